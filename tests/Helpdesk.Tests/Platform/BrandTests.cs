using System.Text.RegularExpressions;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Settings;
using Helpdesk.Tests.Architecture;

namespace Helpdesk.Tests.Platform;

/// <summary>The colours of a brand can be read, whichever one was chosen.</summary>
public sealed partial class BrandTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21.0)]
    [InlineData("#ffffff", "#ffffff", 1.0)]
    [InlineData("#767676", "#ffffff", 4.54)]
    public void Contrast_is_that_of_WCAG(string one, string other, double ratio) =>
        Assert.Equal(ratio, Colour.TryRead(one)!.Value.ContrastTo(Colour.TryRead(other)!.Value), 2);

    [Theory]
    [InlineData("")]
    [InlineData("#fff")]
    [InlineData("red")]
    [InlineData("#12345g")]
    [InlineData("#123456;}")]
    [InlineData("#123456\n")]
    [InlineData("url(//evil)")]
    public void Only_six_digits_are_a_colour(string text) => Assert.Null(Colour.TryRead(text));

    [Fact]
    public void What_can_be_read_is_used_as_it_is()
    {
        var colours = BrandColours.ForLight(Colour.TryRead("#0b5fa5")!.Value);
        Assert.Equal("#0b5fa5", colours.Accent.ToString());
        Assert.Null(colours.Correction);
    }

    [Fact]
    public void What_cannot_be_read_is_corrected_and_said()
    {
        var colours = BrandColours.ForLight(Colour.TryRead("#ffcc00")!.Value);
        Assert.NotEqual(colours.Asked, colours.Accent);
        Assert.Equal($"Text on this button would be 1.5 : 1; we use {colours.Accent.ToString().ToUpperInvariant()} instead.", colours.Correction);
    }

    [Fact]
    public void Every_colour_ends_readable_on_both_themes()
    {
        for (var red = 0; red <= 255; red += 51)
        {
            for (var green = 0; green <= 255; green += 51)
            {
                for (var blue = 0; blue <= 255; blue += 51)
                {
                    var asked = new Colour((byte)red, (byte)green, (byte)blue);
                    Assert.All(new[] { BrandColours.ForLight(asked), BrandColours.ForDark(asked) }, colours =>
                    {
                        Assert.True(colours.Accent.ContrastTo(colours.OnAccent) >= 4.5);
                        Assert.True(colours.Hover.ContrastTo(colours.OnAccent) >= 4.5);
                        Assert.True(colours.Accent.ContrastTo(colours.Soft) >= 4.5);
                    });
                }
            }
        }
    }

    [Fact]
    public void The_house_has_the_colours_of_its_style_sheet()
    {
        var tokens = Token().Matches(File.ReadAllText(Path.Combine(House.Root, "src/Helpdesk.Web/Assets/css/tokens/colour.css")))
            .ToDictionary(match => match.Groups[1].Value, match => (Light: match.Groups[2].Value, Dark: match.Groups[3].Value));
        var (light, dark) = (BrandColours.HouseLight, BrandColours.HouseDark);
        Assert.Equal((light.Accent.ToString(), dark.Accent.ToString()), tokens["accent"]);
        Assert.Equal((light.Hover.ToString(), dark.Hover.ToString()), tokens["accent-hover"]);
        Assert.Equal((light.OnAccent.ToString(), dark.OnAccent.ToString()), tokens["on-accent"]);
        Assert.Equal((light.Soft.ToString(), dark.Soft.ToString()), tokens["accent-soft"]);
        Assert.Equal((light.Link.ToString(), dark.Link.ToString()), tokens["link"]);
    }

    [Fact]
    public void Without_any_choice_there_is_no_style_sheet_to_load()
    {
        Assert.Null(Brand.Of(new SiteSettings()).StylesheetUrl);
        Assert.NotNull(Brand.Of(new SiteSettings().With([new SettingValue(BrandKeys.Accent, "#0b5fa5")])).StylesheetUrl);
    }

    [Theory]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAADklEQVR4nGP4z8AARBAKAB3uAv5LD+FSAAAAAElFTkSuQmCC", 3, 2)]
    [InlineData("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAVACUDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAMF/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AmAQawAAAAAAAAAD/2Q==", 37, 21)]
    [InlineData("UklGRiYCAABXRUJQVlA4WAoAAAAgAAAAJAAAFAAASUNDUMgBAAAAAA==", 37, 21)]
    [InlineData("UklGRkQAAABXRUJQVlA4IDgAAAAwAwCdASolABUAPxGGu1csKKYjpWgBgCIJZwDMHA8KmggAAP7eEne5aKRX/Dn2x+9iofbbhkTQAA==", 37, 21)]
    [InlineData("UklGRh4AAABXRUJQVlA4TBEAAAAvJAAFAAfQmTJ3pv+BiOh/AAA=", 37, 21)]
    [InlineData("SGVsbG8sIHRoaXMgaXMgbm8gcGljdHVyZSBhdCBhbGw=", 0, 0)]
    public void A_picture_says_how_big_it_is(string base64, int width, int height) =>
        Assert.Equal(width == 0 ? null : new PictureSize(width, height), PictureSize.TryRead(Convert.FromBase64String(base64)));

    [GeneratedRegex(@"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")]
    private static partial Regex Token();
}
