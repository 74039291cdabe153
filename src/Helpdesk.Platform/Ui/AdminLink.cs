namespace Helpdesk.Platform.Ui;

/// <summary>A module's entry in the admin shell's navigation.</summary>
public sealed record AdminLink(string Text, string Url, string Policy, int Order);
