using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MdtChatBot.Support;

/// <summary>
/// One kept connection that posts requests ready in bytes: <see cref="HttpClient"/> would cost more than the program under measurement spends on receiving.
/// For one caller at a time.
/// </summary>
public sealed class WebhookConnection(IPEndPoint address) : IDisposable
{
    readonly byte[] _buffer = new byte[8192];
    Socket? _socket;

    /// <summary>Posts and reads the whole answer. Returns its status.</summary>
    /// <exception cref="SocketException">Nobody listens, or the connection broke: it is not known whether the request was taken.</exception>
    public async ValueTask<int> Post(ReadOnlyMemory<byte> request, CancellationToken stop = default)
    {
        try
        {
            _socket ??= await Connect(stop);
            for (var sent = 0; sent < request.Length;) sent += await _socket.SendAsync(request[sent..], SocketFlags.None, stop);
            return await ReadAnswer(_socket, stop);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    async Task<Socket> Connect(CancellationToken stop)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, stop);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    async ValueTask<int> ReadAnswer(Socket socket, CancellationToken stop)
    {
        for (var read = 0; ;)
        {
            var more = await socket.ReceiveAsync(_buffer.AsMemory(read), SocketFlags.None, stop);
            if (more == 0) throw new SocketException((int)SocketError.ConnectionReset);
            read += more;
            if (WholeAnswer(_buffer.AsSpan(0, read)) is not { } answer) continue;
            if (answer.Closes) Dispose();
            return answer.Status;
        }
    }

    /// <summary>Null until head and body are complete. The program's answers fit the buffer many times over.</summary>
    static (int Status, bool Closes)? WholeAnswer(ReadOnlySpan<byte> read)
    {
        var headEnd = read.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0) return null;
        var head = Encoding.ASCII.GetString(read[..headEnd]);
        var body = read[(headEnd + 4)..];
        var isWhole = Header(head, "Content-Length") is { } length
            ? body.Length >= int.Parse(length, CultureInfo.InvariantCulture)
            : Header(head, "Transfer-Encoding") is null || body.EndsWith("0\r\n\r\n"u8);
        return isWhole ? (int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), Header(head, "Connection") == "close") : null;
    }

    static string? Header(string head, string name)
    {
        var at = head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var start = at + name.Length + 3;
        var end = head.IndexOf("\r\n", start, StringComparison.Ordinal);
        return (end < 0 ? head[start..] : head[start..end]).Trim();
    }
}
