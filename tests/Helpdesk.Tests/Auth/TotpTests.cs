using System.Globalization;
using System.Text;
using Helpdesk.Auth.SecondFactor;

namespace Helpdesk.Tests.Auth;

/// <summary>Codes as RFC 6238 prints them, and the window in which they are taken.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.Code(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_half_a_minute_wrong(int steps, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.Code(Key, Totp.StepAt(now) + steps);
        Assert.Equal(isTaken ? Totp.StepAt(now) + steps : null, Totp.Find(Key, code, now));
    }

    [Theory]
    [InlineData("28708", false)]
    [InlineData("2870822", false)]
    [InlineData("28708a", false)]
    [InlineData("-287082", false)]
    [InlineData("２８７０８２", false)]
    [InlineData(" 287 082 ", true)]
    public void Blanks_do_not_matter_and_nothing_else_is_a_code(string typed, bool isTaken) =>
        Assert.Equal(isTaken, Totp.Find(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59)) is not null);

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_as_apps_read_them(string bytes, string text) =>
        Assert.Equal(text, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void The_address_names_site_and_account()
    {
        var address = FactorKeys.AddressFor("Acme & Söhne", "kim@example.com", "MZXW6YTBOI");
        Assert.Equal("otpauth://totp/Acme%20%26%20S%C3%B6hne:kim%40example.com?secret=MZXW6YTBOI&issuer=Acme%20%26%20S%C3%B6hne", address);
    }

    [Fact]
    public void A_drawing_is_square_and_holds_no_style()
    {
        var drawing = QrDrawing.Of("otpauth://totp/x");
        Assert.StartsWith("<svg viewBox=\"0 0 ", drawing, StringComparison.Ordinal);
        Assert.DoesNotContain("style", drawing, StringComparison.Ordinal);
        Assert.True(drawing.Split("h1v1h-1z").Length.ToString(CultureInfo.InvariantCulture).Length > 2);
    }
}
