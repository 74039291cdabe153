using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.Digest;

/// <summary>The day's news in one mail, those that wait longest first. Each line is what its own mail would have said now; what is no longer true is left out.</summary>
internal sealed class DigestMail(AuthDbContext db, IServiceProvider services) : IMailKind
{
    public const string Kind = "digest";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        var digest = mail.Id("digest");
        var items = await db.Set<DigestItem>().AsNoTracking().Where(item => item.DigestId == digest).OrderBy(item => item.CreatedAt).ToListAsync(cancellationToken);
        // Asked for here: this kind is one of them.
        var kinds = services.GetServices<IMailKind>().ToDictionary(kind => kind.Name);
        var lines = new List<(string Text, string Url)>();
        foreach (var item in items)
        {
            if (kinds.TryGetValue(item.Kind, out var kind) && await kind.ComposeAsync(ItemOf(item, mail), cancellationToken) is { } content
                && content.Blocks.OfType<MailBlock.Button>().FirstOrDefault() is { } button)
            {
                lines.Add((content.Subject, button.Url));
            }
        }

        if (lines.Count == 0)
        {
            return null;
        }

        var tickets = lines.Select(line => line.Url.Split('#')[0]).Distinct().Count();
        var fact = tickets == 1 ? "1 ticket waits for you" : $"{tickets} tickets wait for you";
        return new MailContent
        {
            Subject = fact,
            Preheader = lines[0].Text.Length <= 90 ? lines[0].Text : $"{lines[0].Text[..89]}…",
            Heading = fact,
            Blocks = [new MailBlock.Links([.. lines.GroupBy(line => line.Text).Select(Line)])],
            Reason = "You get this mail because you chose a daily digest.",
            IsChosen = true,
        };
    }

    // The newest of several alike is where reading goes on.
    private static (string Text, string Url) Line(IGrouping<string, (string Text, string Url)> alike) =>
        (alike.Count() == 1 ? alike.Key : $"{alike.Key} ({alike.Count()})", alike.Last().Url);

    private static MailToCompose ItemOf(DigestItem item, MailToCompose mail) => new(
        mail.RecipientId, mail.ToAddress, mail.ToName, JsonElement.Parse(item.Parameters), new Dictionary<string, string>(), mail.Links);
}
