using System.Globalization;

namespace MdtChatBot.Support;

/// <summary>What processes used, as Linux counts it in <c>/proc</c>.</summary>
public static class ProcessUsage
{
    // USER_HZ is 100 on every Linux that .NET runs on: a hundredth of a second, so measure for seconds.
    const double TicksPerSecond = 100;

    /// <summary>Processor time of a process and of the children it has waited for.</summary>
    public static TimeSpan Cpu(int pid) => Read(pid) is { } stat ? stat.Used : TimeSpan.Zero;

    /// <summary>The same with all living descendants of the first generation: PostgreSQL's server processes are children of its postmaster.</summary>
    public static TimeSpan CpuWithChildren(int pid)
    {
        var used = Cpu(pid);
        foreach (var child in Children(pid)) used += Cpu(child);
        return used;
    }

    /// <summary>The most memory that the process ever held at once, in bytes (<c>VmHWM</c>).</summary>
    public static long PeakMemory(int pid) => Status(pid, "VmHWM:");

    /// <summary>The memory that the process holds now, in bytes (<c>VmRSS</c>).</summary>
    public static long Memory(int pid) => Status(pid, "VmRSS:");

    static long Status(int pid, string name)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) * 1024;
    }

    static IEnumerable<int> Children(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && Read(pid)?.Parent == parent)
                yield return pid;
        }
    }

    static (int Parent, TimeSpan Used)? Read(int pid)
    {
        try
        {
            // The second field is the name in brackets, which may hold spaces: count from behind it. See proc(5): ppid is 4, utime to cstime 14 to 17.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = fields.AsSpan(11, 4).ToArray().Sum(t => long.Parse(t, CultureInfo.InvariantCulture));
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), TimeSpan.FromSeconds(ticks / TicksPerSecond));
        }
        catch (IOException)
        {
            // It ended between the listing and the reading.
            return null;
        }
    }
}
