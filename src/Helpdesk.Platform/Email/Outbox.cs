using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Email;

/// <summary>Writes mails into a module's own context, to be saved with the change that caused them.</summary>
public sealed class Outbox(AppSettings app, TimeProvider clock, IDataProtectionProvider protection)
{
    public const string SecretsPurpose = "outbox-secrets";

    /// <summary>Adds a mail to the context; it exists once the context is saved.</summary>
    public OutboxEmail Add(DbContext context, OutboxMail mail)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var row = new OutboxEmail
        {
            Id = id,
            Kind = mail.Kind,
            RecipientId = mail.RecipientId,
            ToAddress = mail.ToAddress,
            ToName = HeaderText.Cut(HeaderText.OneLine(mail.ToName), OutboxEmail.LongestName),
            Parameters = JsonSerializer.Serialize(mail.Parameters),
            Secrets = mail.Secrets.Count == 0
                ? null
                : protection.CreateProtector(SecretsPurpose).Protect(JsonSerializer.SerializeToUtf8Bytes(mail.Secrets)),
            HasSecrets = mail.Secrets.Count > 0,
            MessageId = $"{id:N}@{app.PublicUrl.IdnHost}",
            References = mail.Thread is null ? [] : [ThreadRoot(mail.Thread)],
            CreatedAt = now,
            NextAttemptAt = mail.NotBefore ?? now,
            NotAfter = mail.NotAfter,
        };
        context.Add(row);
        return row;
    }

    /// <summary>The Message-ID (without brackets) that a thread's mails all refer to.</summary>
    public string ThreadRoot(string thread) => $"{thread}@{app.PublicUrl.IdnHost}";
}

/// <summary>A mail as a use case asks for it.</summary>
public sealed record OutboxMail(string Kind, Guid? RecipientId, string ToAddress, string ToName)
{
    public object Parameters { get; init; } = new { };

    /// <summary>Kept encrypted until sent; never written to a log.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; init; } = new Dictionary<string, string>();

    /// <summary>A stable word for the conversation that the mail belongs to, such as a kind and an id.</summary>
    public string? Thread { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    public DateTimeOffset? NotAfter { get; init; }
}
