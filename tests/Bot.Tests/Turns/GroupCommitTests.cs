using MdtChatBot.Bot.Turns;

namespace MdtChatBot.Bot.Tests.Turns;

public sealed class GroupCommitTests
{
    readonly List<IReadOnlyList<string>> _commits = [];
    readonly TaskCompletionSource _firstMayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _firstBegan = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Those_who_arrive_during_a_commit_share_the_next()
    {
        var group = new GroupCommit<string>(HoldTheFirst, most: 100);
        var first = group.Add("first");
        await _firstBegan.Task;
        var others = Enumerable.Range(1, 20).Select(n => group.Add($"other {n}")).ToList();
        Assert.All(others, o => Assert.False(o.IsCompleted));

        _firstMayEnd.SetResult();
        await Task.WhenAll([first, .. others]);

        Assert.Equal([1, 20], _commits.Select(c => c.Count));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => $"other {n}"), _commits[1]);
    }

    [Fact]
    public async Task A_commit_is_shared_by_no_more_than_the_most()
    {
        var group = new GroupCommit<string>(HoldTheFirst, most: 8);
        var first = group.Add("first");
        await _firstBegan.Task;
        var others = Enumerable.Range(1, 20).Select(n => group.Add($"other {n}")).ToList();

        _firstMayEnd.SetResult();
        await Task.WhenAll([first, .. others]);

        Assert.Equal([1, 8, 8, 4], _commits.Select(c => c.Count));
    }

    [Fact]
    public async Task Only_the_one_at_fault_hears_of_a_failed_commit()
    {
        var stored = new List<string>();
        var group = new GroupCommit<string>(
            async batch =>
            {
                await HoldTheFirst(batch);
                if (batch.Contains("bad")) throw new InvalidDataException();
                stored.AddRange(batch);
            },
            most: 100);
        var first = group.Add("first");
        await _firstBegan.Task;
        var good = group.Add("good");
        var bad = group.Add("bad");
        var alsoGood = group.Add("also good");

        _firstMayEnd.SetResult();
        await Task.WhenAll(first, good, alsoGood);
        await Assert.ThrowsAsync<InvalidDataException>(() => bad);

        Assert.Equal(["first", "good", "also good"], stored);
    }

    [Fact]
    public async Task When_the_database_is_away_all_hear_of_it_at_once()
    {
        var group = new GroupCommit<string>(
            async batch =>
            {
                await HoldTheFirst(batch);
                if (batch.Count > 1) throw new TimeoutException();
            },
            most: 100);
        var first = group.Add("first");
        await _firstBegan.Task;
        var others = Enumerable.Range(1, 3).Select(n => group.Add($"other {n}")).ToList();

        _firstMayEnd.SetResult();
        await first;
        foreach (var other in others) await Assert.ThrowsAsync<TimeoutException>(() => other);

        Assert.Equal(2, _commits.Count);
    }

    [Fact]
    public async Task After_a_failure_the_next_is_stored_as_ever()
    {
        var fail = true;
        var group = new GroupCommit<string>(_ => fail ? throw new InvalidDataException() : Task.CompletedTask, most: 100);
        await Assert.ThrowsAsync<InvalidDataException>(() => group.Add("bad"));
        fail = false;
        await group.Add("good");
    }

    async Task HoldTheFirst(IReadOnlyList<string> batch)
    {
        _commits.Add(batch);
        if (_commits.Count > 1) return;
        _firstBegan.SetResult();
        await _firstMayEnd.Task;
    }
}
