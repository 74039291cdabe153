namespace Helpdesk.Auth.SignIn;

/// <summary>Where to go after sign-in: a path of this site, never somebody else's address in disguise.</summary>
internal static class ReturnUrl
{
    public const string Home = "/";
    private const int Longest = 2_000;

    private static readonly string[] Doors = ["/signin", "/signout", "/signup", "/verify", "/forgot", "/reset"];

    public static string Safe(string? url)
    {
        // Browsers read a backslash as a slash and skip tabs and line breaks, so "/\host" and "/<tab>/host" leave the site.
        // What is not plain ASCII cannot stand in a Location header; a browser asks for addresses in their encoded form.
        if (url is null || url.Length is 0 or > Longest || url[0] != '/' || url.StartsWith("//", StringComparison.Ordinal)
            || url.Contains('\\', StringComparison.Ordinal) || url.Any(character => character is <= ' ' or > '~'))
        {
            return Home;
        }

        var end = url.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? url : url[..end];
        return Doors.Any(door => path.Equals(door, StringComparison.OrdinalIgnoreCase) || path.StartsWith(door + "/", StringComparison.OrdinalIgnoreCase))
            ? Home
            : url;
    }
}
