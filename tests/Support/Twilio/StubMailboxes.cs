using System.Collections.Concurrent;

namespace MdtChatBot.Support;

/// <summary>What the stub has on record, per recipient, with those who wait for the next one.</summary>
sealed class StubMailboxes
{
    readonly ConcurrentDictionary<string, Mailbox> _boxes = new(StringComparer.Ordinal);

    public void Add(StubMessage message) => Box(message.To).Add(message);

    public Task<StubMessage> Next(string to) => Box(to).Next();

    public IReadOnlyList<StubMessage> To(string to) => _boxes.TryGetValue(to, out var box) ? box.All() : [];

    public IReadOnlyList<StubMessage> All() => [.. _boxes.Values.SelectMany(box => box.All())];

    public void Clear() => _boxes.Clear();

    Mailbox Box(string to) => _boxes.GetOrAdd(to, static _ => new Mailbox());

    sealed class Mailbox
    {
        readonly List<StubMessage> _messages = [];
        readonly Queue<TaskCompletionSource<StubMessage>> _waiting = new();
        int _handedOut;

        public void Add(StubMessage message)
        {
            TaskCompletionSource<StubMessage>? waiting;
            lock (_messages)
            {
                _messages.Add(message);
                if (_waiting.TryDequeue(out waiting)) _handedOut++;
            }

            waiting?.SetResult(message);
        }

        public Task<StubMessage> Next()
        {
            lock (_messages)
            {
                if (_handedOut < _messages.Count) return Task.FromResult(_messages[_handedOut++]);
                var waiting = new TaskCompletionSource<StubMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Enqueue(waiting);
                return waiting.Task;
            }
        }

        public StubMessage[] All()
        {
            lock (_messages) return [.. _messages];
        }
    }
}
