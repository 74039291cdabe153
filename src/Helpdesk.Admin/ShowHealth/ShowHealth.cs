using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using Helpdesk.Platform;
using Helpdesk.Platform.CheckUps;

namespace Helpdesk.Admin.ShowHealth;

/// <summary>What runs, and how everything is that it depends on.</summary>
internal sealed record HealthView(string Version, string Runtime, string Instance, DateTimeOffset At, IReadOnlyList<Diagnosed> Parts)
{
    /// <summary>All of it as text, for who is asked for help. It holds no secrets, as no finding does.</summary>
    public string ForSupport()
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"Helpdesk {Version} on {Runtime}, {At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        foreach (var part in Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{WordFor(part.State),-8} {part.Name}: {part.What}");
            text.AppendLine(part.Since is { } since ? string.Create(CultureInfo.InvariantCulture, $" (since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC)") : "");
        }

        return text.ToString();
    }

    public static string WordFor(FindingState state) => state switch
    {
        FindingState.Good => "good",
        FindingState.Doubtful => "doubtful",
        FindingState.Broken => "broken",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>Looks at the installation as the command doctor does.</summary>
internal sealed class ShowHealthHandler(IDiagnosis diagnosis, TimeProvider clock)
{
    private static readonly string Version =
        (Assembly.GetEntryAssembly() ?? typeof(ShowHealthHandler).Assembly).GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public async Task<Outcome<HealthView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused
            ? refused
            : new HealthView(
                Version, $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}", Environment.MachineName, clock.GetUtcNow(),
                await diagnosis.LookAsync(cancellationToken));
}
