using System.Text.RegularExpressions;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email.Mailbox;

namespace Helpdesk.BrowserTests.Browsing;

/// <summary>A site whose mails go to a real SMTP server.</summary>
public sealed class PostSite(Databases databases, Chromium chromium) : BrowserSite(databases, chromium)
{
    private MailServer? server;

    public override async ValueTask InitializeAsync()
    {
        server = await MailServer.StartAsync();
        foreach (var (name, value) in server.Settings)
        {
            Settings[name] = value;
        }

        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Waits for a mail to the address whose subject holds the words.</summary>
    internal async Task<ReadMail> MailAsync(string address, string subject)
    {
        ReadMail? found = null;
        await Eventually.TrueAsync($"a mail \"{subject}\" to {address}", async () =>
        {
            found = (await server!.MailsAsync())
                .Where(mail => mail.To.Contains(address))
                .Select(mail => ReadMail.From(mail.Raw))
                .LastOrDefault(mail => mail.Subject.Contains(subject, StringComparison.Ordinal));
            return found is not null;
        });
        return found!;
    }
}

internal static partial class MailLinks
{
    /// <summary>The first link in the plain text that leads to the path.</summary>
    public static string LinkTo(this ReadMail mail, string path) =>
        Links().Matches(mail.Text).Select(match => match.Value).First(link => new Uri(link).AbsolutePath.StartsWith(path, StringComparison.Ordinal));

    [GeneratedRegex(@"https?://[^\s>)]+")]
    private static partial Regex Links();
}
