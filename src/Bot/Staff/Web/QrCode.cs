using System.Text;
using QRCoder;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// QR codes: as SVG without any style in it, which the content policy would refuse, and as PNG. A scratched phone reads them from a creased
/// poster: a quarter of the squares may be missing.
/// </summary>
public static class QrCode
{
    /// <summary>One path on white, with the quiet border that readers need.</summary>
    /// <param name="text">What the code holds.</param>
    /// <param name="label">What it is, for who cannot see it.</param>
    public static string Svg(string text, string label)
    {
        using var data = Data(text);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Length; x++)
                if (rows[y][x]) path.Append($"M{x} {y}h1v1h-1z");
        var size = rows.Count;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" aria-label="{System.Net.WebUtility.HtmlEncode(label)}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path fill="#000" d="{path}"/></svg>
            """;
    }

    /// <param name="text">What the code holds.</param>
    /// <param name="pixels">How many for each module.</param>
    public static byte[] Png(string text, int pixels = 16)
    {
        using var data = Data(text);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(pixels);
    }

    static QRCodeData Data(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
}
