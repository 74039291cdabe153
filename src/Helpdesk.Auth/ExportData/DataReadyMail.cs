using Helpdesk.Auth.Data;
using Helpdesk.Auth.MyData;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ExportData;

/// <summary>The archive itself is never in a mail, and the link alone opens nothing: it leads to a page that asks who one is.</summary>
internal sealed class DataReadyMail(AuthDbContext db, TimeProvider clock) : IMailKind
{
    public const string Kind = "data-ready";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        var (id, now) = (mail.Id("export"), clock.GetUtcNow());
        var isThere = await db.DataExports
            .Where(export => export.Id == id && export.UserId == mail.RecipientId && export.ExpiresAt > now)
            .AnyAsync(export => db.Users.Any(user => user.Id == export.UserId && user.DeactivatedAt == null), cancellationToken);
        return !isThere ? null : new MailContent
        {
            Subject = "Your data is ready",
            Preheader = $"What {mail.Links.SiteName} keeps about you, as a file to download.",
            Heading = "Your data is ready",
            Blocks =
            [
                new MailBlock.Paragraph($"You asked for a copy of your data at {mail.Links.SiteName}. It can be downloaded for 24 hours; after that it is deleted, and you can ask for a new one."),
                new MailBlock.Button("Download my data", mail.Links.To(MyDataUrls.Page)),
                new MailBlock.Paragraph("Not you? Somebody may be using your account. Set a new password; it signs every device out."),
            ],
            Reason = $"You get this mail because somebody signed in as you asked for your data at {mail.Links.SiteName}.",
        };
    }
}
