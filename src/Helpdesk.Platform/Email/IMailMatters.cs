namespace Helpdesk.Platform.Email;

/// <summary>Knows what the mails of a module are about, for those who look through the outbox.</summary>
public interface IMailMatters
{
    /// <summary>By the mail's id; without those that are about nothing of this module. Whoever asks may see all of it.</summary>
    Task<IReadOnlyDictionary<Guid, MailMatter>> OfAsync(IReadOnlyCollection<OutboxEmail> mails, CancellationToken cancellationToken);
}

/// <summary>How people call it, such as #1042, and its page.</summary>
public sealed record MailMatter(string Text, string Url);
