using System.Globalization;
using Helpdesk.Platform;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Auth.Guessing;

/// <summary>How many accounts one network may ask for in an hour; many people may share it.</summary>
internal sealed record SignUpLimit(int PerHour)
{
    public static SignUpLimit From(IConfiguration configuration) => configuration["Limits:SignUp"] switch
    {
        null or "" => new SignUpLimit(60),
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var permits) && permits > 0 => new SignUpLimit(permits),
        var text => throw new SettingsException($"Limits__SignUp is \"{text}\". It must be a whole number above 0."),
    };
}
