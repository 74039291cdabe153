using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;

namespace Helpdesk.Web.Commands;

/// <summary>Makes an administrator. The password comes on standard input, so that it stands in no process list and no shell history.</summary>
internal static class CreateAdminCommand
{
    public const string Usage = "Usage: create-admin --email E --name N --password-stdin   (the password is read from standard input)";

    private const int WrongUse = 64; // EX_USAGE

    public static async Task<int> RunAsync(
        IServiceProvider services, string[] args, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        if (OptionsIn(args) is not { } options)
        {
            await output.WriteLineAsync(Usage);
            return WrongUse;
        }

        await Database.MigrateAsync(services, cancellationToken);

        // A password may hold anything but the line break that ends it.
        var password = (await input.ReadToEndAsync(cancellationToken)).TrimEnd('\r', '\n');
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<ICreateAdmin>()
            .HandleAsync(options.Email, options.Name, password, cancellationToken);
        foreach (var sentence in SentencesOf(outcome.Refusal))
        {
            await output.WriteLineAsync(sentence);
        }

        if (outcome.Refusal is not null)
        {
            return 1;
        }

        await output.WriteLineAsync($"{options.Name} ({options.Email}) is an administrator now and signs in at {services.GetRequiredService<AppSettings>().PublicUrl}signin.");
        return 0;
    }

    private static IEnumerable<string> SentencesOf(Refusal? refusal) => refusal switch
    {
        null => [],
        Refusal.Invalid invalid => invalid.Errors.Values.SelectMany(sentences => sentences),
        Refusal.Conflict conflict => [conflict.Why],
        Refusal.Later later => [later.Why],
        _ => throw new InvalidOperationException($"No sentence for {refusal}."),
    };

    private static (string Email, string Name)? OptionsIn(string[] args)
    {
        string? email = null;
        string? name = null;
        var readsPassword = false;
        for (var i = 1; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--email" when i + 1 < args.Length:
                    email = args[++i];
                    break;
                case "--name" when i + 1 < args.Length:
                    name = args[++i];
                    break;
                case "--password-stdin":
                    readsPassword = true;
                    break;
                default:
                    return null;
            }
        }

        return email is not null && name is not null && readsPassword ? (email, name) : null;
    }
}
