using System.Text.Json;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Platform.Email;

/// <summary>One kind of mail: turns the parameters of an outbox row into words, at the time of sending.</summary>
public interface IMailKind
{
    /// <summary>Unique and stable: rows refer to it.</summary>
    string Name { get; }

    /// <summary>The mail's content, or null when it is no longer true or no longer allowed to be told (then it is dropped).</summary>
    Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken);
}

/// <summary>What a kind gets to see of an outbox row; secrets are decrypted.</summary>
public sealed record MailToCompose(
    Guid? RecipientId,
    string ToAddress,
    string ToName,
    JsonElement Parameters,
    IReadOnlyDictionary<string, string> Secrets,
    MailLinks Links)
{
    public Guid Id(string name) => Parameters.GetProperty(name).GetGuid();

    public string Text(string name) => Parameters.GetProperty(name).GetString() ?? "";
}

/// <summary>Absolute links of the site, made from the configured address and nothing else.</summary>
public sealed record MailLinks(Uri PublicUrl, string SiteName)
{
    public static MailLinks Of(AppSettings app, SiteSettings site) => new(app.PublicUrl, site.Name);

    /// <summary>The absolute address of a rooted path of this site, such as /verify?token=….</summary>
    public string To(string path)
    {
        var link = new Uri(PublicUrl, path);
        return path.StartsWith('/') && !path.Contains('\\') && PublicUrl.IsBaseOf(link)
            ? link.AbsoluteUri
            : throw new ArgumentException("A link in a mail leads to this site: its path begins with one slash.", nameof(path));
    }
}
