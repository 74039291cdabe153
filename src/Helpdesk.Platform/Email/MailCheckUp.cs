using System.Data.Common;
using System.Net.Sockets;
using Helpdesk.Platform.CheckUps;

namespace Helpdesk.Platform.Email;

/// <summary>Whether mails could leave: settings that can be read, and a server that greets or a folder that takes files.</summary>
internal sealed class MailCheckUp(MailRoutes routes) : ICheckUp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Name => "Mail";

    public string Affects => "Mails. They wait in the outbox meanwhile.";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var route = await routes.FindAsync(cancellationToken);
            return route is null ? Finding.Doubtful(MailRoutes.NotSetUp, "Mails wait meanwhile.")
                : route.Smtp is { } server ? await LookAtAsync(server, cancellationToken)
                : LookAt(route.PickupFolder!);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            return Finding.Broken("The settings of mail cannot be read while the database is away.", "Mend the database first.");
        }
    }

    private static async Task<Finding> LookAtAsync(SmtpServer server, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.Port, patience.Token);
            using var reader = new StreamReader(client.GetStream());
            var greeting = await reader.ReadLineAsync(patience.Token) ?? "";
            return greeting.StartsWith("220", StringComparison.Ordinal)
                ? Finding.Good($"The mail server {server.Host} answers on port {server.Port}.")
                : Finding.Broken($"{server.Host} on port {server.Port} does not greet like a mail server.", "Look at the settings of mail.");
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Mails wait in the outbox, so the helpdesk itself goes on.
            return Finding.Broken($"The mail server {server.Host} does not answer on port {server.Port}.", "Look at the settings of mail; mails wait meanwhile.");
        }
    }

    private static Finding LookAt(string folder)
    {
        var trial = Path.Combine(folder, $".{Guid.NewGuid():N}");
        try
        {
            PickupTransport.CreateForUsOnly(folder);
            File.WriteAllText(trial, "");
            File.Delete(trial);
            return Finding.Good($"Mails are written to {folder}; nobody gets them.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Broken($"Mails cannot be written to {folder}.", "Give the program the right to write there, or change Mail__PickupFolder.");
        }
    }
}
