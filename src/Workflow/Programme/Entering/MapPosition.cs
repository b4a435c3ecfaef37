using System.Globalization;
using System.Text.RegularExpressions;

namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>A place on the map as people copy it: “52.2592, 6.1734”, or the link of a map.</summary>
public static partial class MapPosition
{
    /// <summary>Null where it is no position, or one outside the Netherlands and what lies around it.</summary>
    public static GeoPoint? Read(string typed)
    {
        foreach (Match pair in Pair().Matches(typed.Replace("%2C", ",", StringComparison.OrdinalIgnoreCase)))
        {
            var at = new GeoPoint(Degrees(pair, "latitude"), Degrees(pair, "longitude"));
            if (at.Latitude is > 50 and < 54 && at.Longitude is > 3 and < 8) return at;
        }

        return null;
    }

    public static string Write(GeoPoint at) => FormattableString.Invariant($"{at.Latitude}, {at.Longitude}");

    static double Degrees(Match pair, string part) => double.Parse(pair.Groups[part].Value, CultureInfo.InvariantCulture);

    // “lat, lon”, “@lat,lon,15z”, “mlat=lat&mlon=lon”, “#map=17/lat/lon”.
    [GeneratedRegex(@"(?<latitude>\d{1,2}\.\d+)(,\s*|\s+|/|&m?lon=)(?<longitude>\d{1,2}\.\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Pair();
}
