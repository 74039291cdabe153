using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Tests.Platform.Email;

public sealed class MailSettingsTests
{
    private static readonly Dictionary<string, string?> Smtp = new()
    {
        ["Mail:Smtp:Host"] = "smtp.example.com",
        ["Mail:From"] = "help@example.com",
    };

    [Fact]
    public void Smtp_with_encryption_is_the_standard()
    {
        var route = Route();
        Assert.NotNull(route);
        Assert.Equal(new SmtpServer("smtp.example.com", 587, StartTls: true, User: null, Password: null), route.Smtp);
        Assert.Null(route.FromName);
        var settings = Read();
        Assert.True(settings.Drain);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.Poll);
        Assert.Equal(TimeSpan.FromSeconds(20), settings.SendTimeout);
        Assert.Equal(TimeSpan.FromSeconds(60), settings.Lease);
        Assert.Equal((4, 8), (settings.Parallelism, settings.Attempts));
    }

    [Fact]
    public void The_pickup_folder_needs_no_server_and_no_sender()
    {
        var route = Route(("Mail:Transport", "pickup"), ("Mail:PickupFolder", "mail"), ("Mail:Smtp:Host", null), ("Mail:From", null));
        Assert.NotNull(route);
        Assert.Equal(Path.GetFullPath("mail"), route.PickupFolder);
        Assert.Equal("help@help.example.com", route.FromAddress);
        Assert.Null(route.Smtp);
    }

    [Theory]
    [InlineData("Mail:Smtp:Host")]
    [InlineData("Mail:From")]
    public void Without_a_server_or_a_sender_mails_wait(string missing) => Assert.Null(Route((missing, "  ")));

    [Fact]
    public void A_user_has_a_password_and_a_folder_a_name()
    {
        Assert.Equal(MailKeys.Password, Assert.Single(Broken(("Mail:Smtp:User", "helpdesk"))).Key);
        Assert.Equal(MailKeys.Transport, Assert.Single(new MailRule(Read()).Broken(new SiteSettings().With([new SettingValue(MailKeys.Transport, "pickup")]))).Key);
        Assert.Empty(Broken(("Mail:Smtp:User", "helpdesk"), ("Mail:Smtp:Password", "hush")));
    }

    [Fact]
    public void The_lease_grows_with_the_time_that_sending_may_take() =>
        Assert.Equal(TimeSpan.FromSeconds(90), Read(("Mail:Smtp:TimeoutSeconds", "45")).Lease);

    [Theory]
    [InlineData("Mail:Transport", "carrier-pigeon", "Mail__Transport is \"carrier-pigeon\". It must be smtp or pickup.")]
    [InlineData("Mail:Transport", "pickup", "Mail__PickupFolder is not set.")]
    [InlineData("Mail:Smtp:Host", "smtp.example.com:587", "Mail__Smtp__Host is \"smtp.example.com:587\".")]
    [InlineData("Mail:Smtp:Port", "many", "Mail__Smtp__Port is \"many\". It must be a whole number from 1 to 65535.")]
    [InlineData("Mail:Smtp:Port", "0", "Mail__Smtp__Port is \"0\".")]
    [InlineData("Mail:Smtp:Port", "70000", "Mail__Smtp__Port is \"70000\".")]
    [InlineData("Mail:Smtp:Port", "465", "Mail__Smtp__Port is \"465\". It must be another port than 465")]
    [InlineData("Mail:Smtp:StartTls", "maybe", "Mail__Smtp__StartTls is \"maybe\". It must be required or none.")]
    [InlineData("Mail:Smtp:Password", "hush\u0007", "Mail__Smtp__Password cannot be used.")]
    [InlineData("Mail:Smtp:TimeoutSeconds", "600", "Mail__Smtp__TimeoutSeconds is \"600\". It must be a whole number from 1 to 60.")]
    [InlineData("Mail:From", "help", "Mail__From is \"help\". It must be a bare address")]
    [InlineData("Mail:From", "Acme <help@example.com>", "Mail__From is \"Acme <help@example.com>\". It must be a bare address")]
    [InlineData("Mail:Drain", "perhaps", "Mail__Drain is \"perhaps\". It must be true or false.")]
    [InlineData("Mail:PollSeconds", "-1", "Mail__PollSeconds is \"-1\".")]
    [InlineData("Mail:Parallelism", "0", "Mail__Parallelism is \"0\".")]
    [InlineData("Mail:Attempts", "0", "Mail__Attempts is \"0\".")]
    [InlineData("Mail:LeaseSeconds", "30", "Mail__LeaseSeconds is 30. It must be at least twice Mail__Smtp__TimeoutSeconds, which is 20.")]
    public void A_wrong_setting_is_named_in_a_sentence(string key, string value, string sentence)
    {
        var wrong = Assert.Throws<SettingsException>(() => Route((key, value)));
        Assert.StartsWith(sentence, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", wrong.Message, StringComparison.Ordinal);
    }

    private static MailRoute? Route(params (string Key, string? Value)[] changes)
    {
        var app = AppSettings.From(new ConfigurationBuilder().AddInMemoryCollection([new("App:PublicUrl", "https://help.example.com")]).Build());
        return MailRoute.Of(Site(changes), Read(changes), app);
    }

    private static IEnumerable<(SettingKey Key, string Sentence)> Broken(params (string Key, string? Value)[] changes) =>
        new MailRule(Read(changes)).Broken(Site(changes));

    private static SiteSettings Site((string Key, string? Value)[] changes) => new() { Values = new FixedSettings(MailKeys.All, With(changes)).Values };

    private static MailSettings Read(params (string Key, string? Value)[] changes) => MailSettings.Read(With(changes));

    private static IConfigurationRoot With((string Key, string? Value)[] changes)
    {
        var values = new Dictionary<string, string?>(Smtp);
        foreach (var (key, value) in changes)
        {
            values[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
