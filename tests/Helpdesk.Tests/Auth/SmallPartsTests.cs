using Helpdesk.Auth;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.SetUp;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Tests.Auth;

public sealed class SmallPartsTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome on macOS")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1", "Chrome on iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "Samsung Internet on Android")]
    [InlineData("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36", "Chrome on ChromeOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) Something/1.0", "Browser on Linux")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("python-requests/2.32", "python-requests")]
    [InlineData("<script>alert(1)</script>", "Unknown device")]
    [InlineData("Mozilla/5.0", "Unknown device")]
    [InlineData("", "Unknown device")]
    public void Devices_are_told_in_words(string userAgent, string device) => Assert.Equal(device, DeviceNames.Describe(userAgent));

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("", "")]
    public void Limits_count_by_network(string address, string network) => Assert.Equal(network, new Client(address, "").Network);

    [Fact]
    public void A_set_up_code_can_be_typed_in_many_ways()
    {
        var code = SetUpCode.Create();
        Assert.Matches("^[A-Z2-9]{5}(-[A-Z2-9]{5}){3}$", code);
        Assert.Equal(SetUpCode.Normalize(code), SetUpCode.Normalize($" {code.ToLowerInvariant().Replace('-', ' ')}\n"));
        Assert.NotEqual(code, SetUpCode.Create());
    }

    [Fact]
    public void A_long_device_label_is_cut_between_characters()
    {
        var user = User.Create("kim@example.com", "Kim", Role.Employee, DateTimeOffset.UnixEpoch);
        var session = Session.Start(user, SessionKind.Api, false, string.Concat(Enumerable.Repeat("😀", 300)), "", (TimeSpan.FromHours(1), TimeSpan.FromHours(1)), DateTimeOffset.UnixEpoch);
        Assert.Equal(200, TextRules.Length(session.DeviceLabel));
        Assert.True(TextRules.IsWellFormed(session.DeviceLabel));
    }

    [Theory]
    [InlineData("http://help.example.com", "http://help.example.com", "not https")]
    [InlineData("https://help.example.com", "https://help.example.com", null)]
    [InlineData("http://localhost:8080", "http://localhost:8080", null)]
    [InlineData("https://help.example.com", "http://help.example.com", "Your browser uses http://help.example.com.")]
    [InlineData("http://localhost:8080", "http://192.168.1.5:8080", "Your browser uses http://192.168.1.5:8080.")]
    public void An_address_that_does_not_fit_is_told(string configured, string used, string? part)
    {
        var problem = SiteAddress.Problem(new Uri(configured), used);
        if (part is null)
        {
            Assert.Null(problem);
        }
        else
        {
            Assert.Contains(part, problem);
        }
    }

    [Theory]
    [InlineData("Auth:SignUp", "sometimes", "Auth__SignUp")]
    [InlineData("Auth:AllowedDomains", "not a domain", "Auth__AllowedDomains")]
    [InlineData("Auth:RequireVerifiedEmail", "perhaps", "Auth__RequireVerifiedEmail")]
    public void A_wrong_setting_is_named(string key, string value, string named) =>
        Assert.Contains(named, Assert.Throws<SettingsException>(() => Settings((key, value))).Message);

    [Fact]
    public void A_wrong_limit_is_named() =>
        Assert.Contains("Limits__SignUp", Assert.Throws<SettingsException>(() => SignUpLimit.From(Configuration(("Limits:SignUp", "0")))).Message);

    [Fact]
    public void Settings_have_safe_defaults()
    {
        var settings = Settings();
        Assert.Equal(SignUpRule.Open, settings.SignUp);
        Assert.True(settings.RequireVerifiedEmail);
        Assert.Equal(SignUpRule.ListedDomains, Settings(("Auth:AllowedDomains", "@acme.example")).SignUp);
        Assert.False(Settings(("Auth:RequireVerifiedEmail", "False")).RequireVerifiedEmail);
        Assert.Equal(SignUpRule.Off, Settings(("Auth:SignUp", "off"), ("Auth:AllowedDomains", "acme.example")).SignUp);
        Assert.Equal(SignUpRule.Off, Settings(("Auth:SignUp", "domains")).SignUp);
    }

    private static AuthSettings Settings(params (string Key, string Value)[] values) => AuthSettings.Of(new SiteSettings
    {
        Values = new FixedSettings([AuthSettings.Rule, AuthSettings.Domains, AuthSettings.VerifiedEmail], Configuration(values)).Values,
    });

    private static IConfiguration Configuration(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.ToDictionary(value => value.Key, value => (string?)value.Value))
        .Build();
}
