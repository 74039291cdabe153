using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;

namespace Helpdesk.Web.Commands;

/// <summary>Moves all files from one store to the other while the helpdesk runs.</summary>
internal static class FilesCommand
{
    public const string Usage = "Usage: files move --to s3|local";

    private const int WrongUse = 64; // EX_USAGE

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is not ["files", "move", "--to", "s3" or "local"])
        {
            await output.WriteLineAsync(Usage);
            return WrongUse;
        }

        await Database.MigrateAsync(services, cancellationToken);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FileMove>().ToAsync(args[3], output, cancellationToken) == 0 ? 0 : 1;
    }
}
