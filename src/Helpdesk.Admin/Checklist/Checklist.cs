using Helpdesk.Admin.ManageSamples;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Admin.Checklist;

/// <summary>What a new helpdesk still lacks; null once all is done or an administrator wants to see it no more.</summary>
internal sealed record ChecklistView(IReadOnlyList<ChecklistItem>? Items);

/// <summary>One thing, whether it is done, and where it is done; the address is null for what is done outside.</summary>
internal sealed record ChecklistItem(string Name, string About, bool IsDone, string? Url);

/// <summary>Looks at what is there: nobody ticks anything off.</summary>
internal sealed class ShowChecklistHandler(ISiteSettings settings, IEnumerable<SettingKey> keys, IUserDirectory people, SampleShares shares, AppSettings app)
{
    /// <summary>An administrator wants to see it no more.</summary>
    public static readonly SwitchSetting Dismissed = new("site.checklist-dismissed", Default: false);

    public async Task<Outcome<ChecklistView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        var site = await settings.GetAsync(cancellationToken);
        if (site.Value(Dismissed))
        {
            return new ChecklistView(null);
        }

        List<ChecklistItem> items =
        [
            new("Mail", "Name a mail server, and send yourself a test.", Says(site, "mail.transport") == "smtp" && Says(site, "mail.smtp.host").Length > 0, "/admin/settings/mail"),
            new("https", "Put a proxy with a certificate in front, and set App__PublicUrl to its address.", app.PublicUrl.Scheme == Uri.UriSchemeHttps, null),
            new("Branding", "Give it your name, logo and colours.", keys.Any(key => key.Key.StartsWith("branding.", StringComparison.Ordinal) && site.Chosen(key) is { Length: > 0 }), "/admin/branding"),
            new("People", "Invite those who work here.", await people.CountAsync(cancellationToken) > 1, "/admin/people/invitations"),
        ];
        if (await shares.CountAsync(cancellationToken) is { AreThere: true } samples)
        {
            items.Add(new("Sample data", $"Remove it when you have seen enough: {samples.Words}.", IsDone: false, SamplesPage.Path));
        }

        return new ChecklistView(items.TrueForAll(item => item.IsDone) ? null : items);
    }

    private string Says(SiteSettings site, string key) => site.Text(keys.Single(known => known.Key == key));
}

/// <summary>Puts the card away for all administrators.</summary>
internal sealed class DismissChecklistHandler(ISiteSettings settings)
{
    public async Task<Outcome<Done>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        await settings.ChangeAsync(ShowChecklistHandler.Dismissed, "true", user.Id, cancellationToken);
        return Done.It;
    }
}
