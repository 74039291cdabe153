using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;

namespace Helpdesk.Web.Commands;

/// <summary>create-admin --email E --name N --password-stdin: the password is read from standard input, so that it stays out of the shell's history.</summary>
internal static class CreateAdminCommand
{
    private const string Usage = "Usage: create-admin --email <address> --name <name> --password-stdin   (the password is the first line of standard input)";

    public static async Task<int> RunAsync(WebApplication app, string[] args, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        if (ValueOf(args, "--email") is not { } email || ValueOf(args, "--name") is not { } name || !args.Contains("--password-stdin"))
        {
            throw new SettingsException(Usage);
        }

        var password = await input.ReadLineAsync(cancellationToken)
            ?? throw new SettingsException("Standard input is empty. Its first line must be the password.");
        await Database.MigrateAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<ICreateAdmin>().HandleAsync(email, name, password, cancellationToken);
        await output.WriteLineAsync(outcome.Refusal switch
        {
            null => $"{email} is an administrator now.",
            Refusal.Invalid invalid => string.Join('\n', invalid.Errors.Values.SelectMany(sentences => sentences)),
            Refusal.Conflict conflict => conflict.Why,
            Refusal.Forbidden forbidden => forbidden.Why,
            Refusal.Later later => later.Why,
            var other => other.ToString(),
        });
        return outcome.Refusal is null ? 0 : 1;
    }

    private static string? ValueOf(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
