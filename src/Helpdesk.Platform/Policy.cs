namespace Helpdesk.Platform;

/// <summary>Names of the authorization rules that pages and endpoints carry.</summary>
public static class Policy
{
    public const string SignedIn = "signed-in";

    /// <summary>Whoever is signed in, and everybody where an admin opened what is there to be read.</summary>
    public const string Reader = "reader";

    public const string Staff = "staff";
    public const string Admin = "admin";
}

/// <summary>Names of the authentication schemes: the browser's cookie and the API's bearer token.</summary>
public static class SessionScheme
{
    public const string Automatic = "automatic";
    public const string Cookie = "cookie";
    public const string Bearer = "bearer";
}
