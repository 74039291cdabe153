using System.Globalization;
using System.Net.Mail;

namespace Helpdesk.Platform.Email;

/// <summary>Writes each mail as a file, for development. A file is complete once it has its name; names sort by time.</summary>
internal sealed class PickupTransport(MimeMail writer, TimeProvider clock)
{
    public const string TimeFormat = "yyyyMMdd'T'HHmmssfffffff";

    private const UnixFileMode OnlyUs = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public async Task SendAsync(OutgoingMail mail, MailRoute route, CancellationToken cancellationToken)
    {
        using var message = writer.Write(mail, route);
        var folder = route.PickupFolder!;
        // Mails hold links that let people in.
        CreateForUsOnly(folder);
        var workshop = Path.Combine(folder, $".{Guid.NewGuid():N}");
        CreateForUsOnly(workshop);
        try
        {
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = workshop })
            {
                await client.SendMailAsync(message, cancellationToken);
            }

            var written = Directory.GetFiles(workshop).Single();
            var lines = await File.ReadAllLinesAsync(written, cancellationToken);
            var finished = Path.Combine(workshop, "finished");
            // The framework puts the envelope in front, for a program that would pick the file up.
            await File.WriteAllTextAsync(
                finished,
                string.Concat(lines.SkipWhile(line => line.StartsWith("X-Sender:", StringComparison.Ordinal) || line.StartsWith("X-Receiver:", StringComparison.Ordinal)).Select(line => line + "\r\n")),
                cancellationToken);
            File.Move(finished, Path.Combine(folder, Name(mail)));
        }
        finally
        {
            Directory.Delete(workshop, recursive: true);
        }
    }

    private string Name(OutgoingMail mail)
    {
        var time = clock.GetUtcNow().ToString(TimeFormat, CultureInfo.InvariantCulture);
        return $"{time}-{string.Concat(mail.MessageId.TakeWhile(char.IsAsciiLetterOrDigit))}.eml";
    }

    public static void CreateForUsOnly(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OnlyUs);
        }
    }
}
