namespace Helpdesk.Platform.Ui;

/// <summary>A module's entry in the navigation of the admin pages.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Url">Its path; pages below it belong to it.</param>
/// <param name="Policy">Who may open it.</param>
/// <param name="Group">The heading that it stands under.</param>
/// <param name="Order">Where it stands among all; a heading stands where its first link does.</param>
/// <param name="Icon">A drawing of the sprite.</param>
public sealed record AdminLink(string Text, string Url, string Policy, string Group, int Order, string Icon)
{
    /// <summary>The overview, which all admin pages lie below.</summary>
    public const string Root = "/admin";

    public bool IsFor(CurrentUser user) => user.Passes(Policy);

    /// <summary>Whether the page with this path is this one or lies below it.</summary>
    public bool IsAt(string path) =>
        path.Equals(Url, StringComparison.OrdinalIgnoreCase)
        || (Url != Root && path.StartsWith(Url + "/", StringComparison.OrdinalIgnoreCase));
}
