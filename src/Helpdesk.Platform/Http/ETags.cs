using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Platform.Http;

/// <summary>Versions as HTTP knows them.</summary>
public static class ETags
{
    // Nothing has it: what names some other thing than our versions cannot be the present one.
    private const int NoVersion = -1;

    public static void Announce(this HttpResponse response, int version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that If-Match asks for; null when it asks for none or takes any.</summary>
    public static int? WantedVersion(this HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return null;
        }

        var tags = request.GetTypedHeaders().IfMatch;
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)) ? null
            : tags is [{ IsWeak: false } only] && int.TryParse(only.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
            : NoVersion;
    }
}
