namespace Helpdesk.Auth.People;

/// <summary>The way back to the list, and to the person when the page is about one.</summary>
internal sealed record Crumbs(PersonView? Person);
