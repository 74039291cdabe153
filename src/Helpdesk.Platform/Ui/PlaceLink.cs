namespace Helpdesk.Platform.Ui;

/// <summary>A page that a module offers to whoever passes the policy, by the name that people call it.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Url">Its path.</param>
/// <param name="Policy">Who may open it.</param>
/// <param name="Order">Where it stands in a list of places.</param>
/// <param name="Also">Other words by which it is looked for.</param>
public sealed record PlaceLink(string Text, string Url, string Policy, int Order, string Also = "")
{
    public bool IsFor(CurrentUser user) => user.Passes(Policy);
}
