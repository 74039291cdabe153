namespace Helpdesk.Platform.Settings;

/// <summary>A job that settings belong to, with a page of its own.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name on pages.</param>
/// <param name="Order">Where it stands among all.</param>
/// <param name="About">What is chosen there, as one sentence.</param>
public sealed record SettingArea(string Slug, string Name, int Order, string About)
{
    public static readonly SettingArea SignIn = new("sign-in", "Sign-in and sign-up", 10, "Who may make an account, and how long people stay signed in.");
    public static readonly SettingArea Mail = new("mail", "Mail out", 20, "How mails leave the house, and when.");
    public static readonly SettingArea Files = new("files", "Files", 30, "How big files may be, and where they lie.");
    public static readonly SettingArea KnowledgeBase = new("knowledge-base", "Knowledge base", 50, "Who reads it, and how it is searched.");
    public static readonly SettingArea Privacy = new("privacy", "Privacy and retention", 60, "How long what is known of people is kept.");
}
