using QRCoder;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>QR codes that a scratched phone reads from a creased poster: a quarter of the squares may be missing.</summary>
static class QrPicture
{
    const int PixelsPerSquare = 16;
    const QRCodeGenerator.ECCLevel Robust = QRCodeGenerator.ECCLevel.Q;

    public static string Svg(string link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link, Robust);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    public static byte[] Png(string link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link, Robust);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(PixelsPerSquare);
    }
}
