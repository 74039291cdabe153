using Helpdesk.Platform.CheckUps;

namespace Helpdesk.Web.Commands;

/// <summary>Looks at everything the helpdesk depends on and says what is wrong and what to do. Exit code 1 when something is broken.</summary>
internal static class DoctorCommand
{
    public static async Task<int> RunAsync(WebApplication app, TextWriter output, CancellationToken cancellationToken)
    {
        var isBroken = false;
        foreach (var checkUp in app.Services.GetServices<ICheckUp>())
        {
            var finding = await checkUp.LookAsync(cancellationToken);
            isBroken |= finding.State == FindingState.Broken;
            await output.WriteLineAsync($"{WordFor(finding.State),-8} {checkUp.Name}: {finding.What}");
            if (finding.Remedy is not null)
            {
                await output.WriteLineAsync($"         It affects: {checkUp.Affects}");
                await output.WriteLineAsync($"         → {finding.Remedy}");
            }
        }

        return isBroken ? 1 : 0;
    }

    private static string WordFor(FindingState state) => state switch
    {
        FindingState.Good => "good",
        FindingState.Doubtful => "doubtful",
        _ => "broken",
    };
}
