using System.Net.Mail;
using System.Security.Authentication;
using System.Text;
using Helpdesk.Platform.Email;

namespace Helpdesk.Platform.Trials;

internal sealed class MailTrial(MailRoutes routes, MailTransport transport, MailComposer composer, AppSettings app, TimeProvider clock) : IMailTrial
{
    private const string What = "Send";

    public async Task<TrialStep> SendAsync(string address, string name, CancellationToken cancellationToken)
    {
        if (await routes.FindAsync(cancellationToken) is not { } route)
        {
            return new TrialStep(What, Worked: false, MailRoutes.NotSetUp, TimeSpan.Zero);
        }

        var unsaved = new OutboxEmail { Kind = TrialMail.Kind, ToAddress = address, ToName = name, MessageId = $"{Guid.CreateVersion7(clock.GetUtcNow()):N}@{app.PublicUrl.IdnHost}" };
        var mail = await composer.ComposeAsync(unsaved, cancellationToken);
        var since = clock.GetTimestamp();
        var trouble = await TroubleAsync(mail!, cancellationToken);
        var said = trouble is not null ? Without(route.Smtp?.Password, trouble)
            : route.Smtp is { } server ? $"{server.Host} took the mail for {address}."
            : $"The mail was written to {route.PickupFolder}.";
        return new TrialStep(What, trouble is null, said, clock.GetElapsedTime(since));
    }

    private async Task<string?> TroubleAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(mail, cancellationToken);
            return null;
        }
        catch (SmtpException refused)
        {
            return refused.InnerException is { } cause ? $"{refused.Message} {cause.Message}" : refused.Message;
        }
        catch (Exception fault) when (fault is MailRefusedException or MailTroubleException or IOException or UnauthorizedAccessException or AuthenticationException)
        {
            return fault.Message;
        }
        catch (TimeoutException)
        {
            return "The server did not answer in time.";
        }
    }

    // A server may repeat what it was told, as it was told.
    private static string Without(string? password, string text) => string.IsNullOrEmpty(password)
        ? text
        : text.Replace(password, "…", StringComparison.Ordinal)
            .Replace(Convert.ToBase64String(Encoding.UTF8.GetBytes(password)), "…", StringComparison.Ordinal);
}

/// <summary>What an admin gets who tries out whether mails arrive.</summary>
internal sealed class TrialMail : IMailKind
{
    public const string Kind = "trial";

    public string Name => Kind;

    public Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken) => Task.FromResult<MailContent?>(new MailContent
    {
        Subject = $"{mail.Links.SiteName} can send mail",
        Preheader = "An administrator sent this to try it out.",
        Heading = "This is a test",
        Blocks = [new MailBlock.Paragraph($"You read this, so {mail.Links.SiteName} can send mail.")],
        Reason = "You get this mail because you asked for it on the settings page.",
    });
}
