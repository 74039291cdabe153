using System.Text.Json;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Email;

/// <summary>Makes a finished mail of an outbox row, with the words and the site's name of this moment.</summary>
internal sealed class MailComposer(IServiceScopeFactory scopes, IDataProtectionProvider protection, MailRenderer renderer, AppSettings app)
{
    /// <summary>Null when the mail shall no longer be sent.</summary>
    public Task<OutgoingMail?> ComposeAsync(OutboxEmail mail, CancellationToken cancellationToken) => ComposeAsync(mail, Secrets(mail), cancellationToken);

    /// <summary>The mail as somebody else may look at it: what is secret in it is neither read nor told.</summary>
    public Task<OutgoingMail?> ComposeForEyesAsync(OutboxEmail mail, CancellationToken cancellationToken) => ComposeAsync(mail, new HiddenSecrets(), cancellationToken);

    private async Task<OutgoingMail?> ComposeAsync(OutboxEmail mail, IReadOnlyDictionary<string, string> secrets, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var kind = services.GetServices<IMailKind>().FirstOrDefault(kind => kind.Name == mail.Kind)
            ?? throw new MailTroubleException($"This version knows no kind of mail called \"{mail.Kind}\".");
        var site = await services.GetRequiredService<ISiteSettings>().GetAsync(cancellationToken);
        var links = MailLinks.Of(app, site);
        var content = await kind.ComposeAsync(
            new MailToCompose(
                mail.RecipientId,
                mail.ToAddress,
                mail.ToName,
                JsonSerializer.Deserialize<JsonElement>(mail.Parameters),
                secrets,
                links),
            cancellationToken);
        if (content is null)
        {
            return null;
        }

        var (html, text) = await renderer.RenderAsync(content, links, Brand.Of(site), services);
        return new OutgoingMail
        {
            MessageId = mail.MessageId,
            References = mail.References,
            FromName = site.Name,
            ToAddress = mail.ToAddress,
            ToName = mail.ToName,
            Subject = content.Subject,
            Language = content.Language,
            Text = text,
            Html = html,
        };
    }

    private Dictionary<string, string> Secrets(OutboxEmail mail) =>
        mail.Secrets is null
            ? []
            : JsonSerializer.Deserialize<Dictionary<string, string>>(protection.CreateProtector(Outbox.SecretsPurpose).Unprotect(mail.Secrets)) ?? [];
}
