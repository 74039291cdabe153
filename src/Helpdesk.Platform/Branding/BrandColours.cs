using System.Globalization;

namespace Helpdesk.Platform.Branding;

/// <summary>The colours of one theme that are made from the one that an admin chose. What could not be read is corrected, and said.</summary>
/// <param name="Asked">As it was chosen.</param>
/// <param name="Accent">Grounds of buttons, marks and borders.</param>
/// <param name="Hover">The same under the pointer.</param>
/// <param name="OnAccent">Text on them.</param>
/// <param name="Soft">A ground on which text in the accent stands.</param>
/// <param name="Link">Links, on every ground.</param>
/// <param name="Correction">What was wrong with the chosen one; null when it is used as it is.</param>
public sealed record BrandColours(Colour Asked, Colour Accent, Colour Hover, Colour OnAccent, Colour Soft, Colour Link, string? Correction)
{
    private const double Readable = 4.5;

    /// <summary>What holds while nobody chose, as in the style sheet.</summary>
    public static readonly BrandColours HouseLight = House("#0b5960", "#08444a", "#ffffff", "#dcecea", "#0a5a63");
    public static readonly BrandColours HouseDark = House("#7ccfca", "#9cdfda", "#062a2c", "#173636", "#84d3ce");

    // The grounds of both themes that accents and links stand on, as in the style sheet: paper, surface, raised, sunken, hover.
    private static readonly Colour[] LightGrounds = [.. new[] { "#f5f3ed", "#ffffff", "#ffffff", "#ebe8df", "#f0ede5" }.Select(Read)];
    private static readonly Colour[] DarkGrounds = [.. new[] { "#12181a", "#1a2123", "#222b2d", "#0d1213", "#20292b" }.Select(Read)];

    public static BrandColours ForLight(Colour asked) => Make(asked, LightGrounds, text: Colour.White, surface: Colour.White, towards: Colour.Black);

    public static BrandColours ForDark(Colour asked) => Make(asked, DarkGrounds, text: Read("#0b1214"), surface: DarkGrounds[1], towards: Colour.White);

    private static BrandColours Make(Colour asked, Colour[] grounds, Colour text, Colour surface, Colour towards)
    {
        for (var step = 0; step <= 100; step++)
        {
            var accent = asked.Mix(towards, step / 100.0);
            var made = new BrandColours(asked, accent, accent.Mix(towards, 0.2), text, surface.Mix(accent, 0.12), accent, null);
            if (made.WorstOn(grounds) >= Readable)
            {
                return made with { Correction = step == 0 ? null : CorrectionOf(asked, accent, text, grounds) };
            }
        }

        throw new InvalidOperationException("Black and white can always be read.");
    }

    private static string CorrectionOf(Colour asked, Colour used, Colour text, Colour[] grounds)
    {
        var onButton = asked.ContrastTo(text);
        var (what, ratio) = onButton < Readable ? ("Text on this button", onButton) : ("A link in this colour", grounds.Min(asked.ContrastTo));
        return string.Create(CultureInfo.InvariantCulture, $"{what} would be {Math.Floor(ratio * 10) / 10:0.0} : 1; we use {used.ToString().ToUpperInvariant()} instead.");
    }

    private double WorstOn(Colour[] grounds) => grounds.Append(Soft).Append(OnAccent).Min(Accent.ContrastTo);

    private static BrandColours House(string accent, string hover, string onAccent, string soft, string link) =>
        new(Read(accent), Read(accent), Read(hover), Read(onAccent), Read(soft), Read(link), null);

    private static Colour Read(string text) => Colour.TryRead(text)!.Value;
}
