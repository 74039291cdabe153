using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpdesk.Platform.Branding;

/// <summary>A colour as #rrggbb, with the arithmetic of WCAG 2.2.</summary>
public readonly partial record struct Colour(byte Red, byte Green, byte Blue)
{
    public static readonly Colour White = new(255, 255, 255);
    public static readonly Colour Black = new(0, 0, 0);

    public static Colour? TryRead(string text) =>
        Written().IsMatch(text) && int.Parse(text.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var number
            ? new Colour((byte)(number >> 16), (byte)(number >> 8), (byte)number)
            : null;

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    /// <summary>From 1 to 21, whichever of the two is the text.</summary>
    public double ContrastTo(Colour other)
    {
        var (lighter, darker) = (Math.Max(Luminance, other.Luminance), Math.Min(Luminance, other.Luminance));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// <summary>So much of the other colour is mixed in, from 0 to 1.</summary>
    public Colour Mix(Colour other, double share) =>
        new(Mixed(Red, other.Red, share), Mixed(Green, other.Green, share), Mixed(Blue, other.Blue, share));

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel) =>
        channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);

    private static byte Mixed(byte mine, byte theirs, double share) => (byte)Math.Round(mine + ((theirs - mine) * share));

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z")]
    private static partial Regex Written();
}
