using System.Net.Sockets;
using Helpdesk.Platform.CheckUps;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform.Email;

/// <summary>Whether mails could leave: settings that can be read, and a server that greets or a folder that takes files.</summary>
internal sealed class MailCheckUp(IConfiguration configuration, AppSettings app) : ICheckUp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public string Name => "Mail";

    public string Affects => "Mails. They wait in the outbox meanwhile.";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var settings = MailSettings.Read(configuration, app);
            return settings.Smtp is { } server ? await LookAtAsync(server, cancellationToken) : LookAt(settings.PickupFolder!);
        }
        catch (SettingsException wrong)
        {
            return Finding.Broken(wrong.Message, "Mend the setting.");
        }
    }

    private static async Task<Finding> LookAtAsync(SmtpSettings server, CancellationToken cancellationToken)
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
                : Finding.Broken($"{server.Host} on port {server.Port} does not greet like a mail server.", "Look at Mail__Smtp__Host and Mail__Smtp__Port.");
        }
        catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Mails wait in the outbox, so the helpdesk itself goes on.
            return Finding.Broken($"The mail server {server.Host} does not answer on port {server.Port}.", "Look at Mail__Smtp__Host and Mail__Smtp__Port; mails wait meanwhile.");
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
