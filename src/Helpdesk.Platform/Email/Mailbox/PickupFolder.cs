using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Platform.Email.Mailbox;

/// <summary>The mails of the pickup folder, for a developer to read. Anywhere else than in development there are none to see.</summary>
internal sealed partial class PickupFolder(MailSettings settings, IWebHostEnvironment environment)
{
    private const int MostListed = 200;

    /// <summary>Whether there is a mailbox at all.</summary>
    public bool IsOpen => environment.IsDevelopment() && settings.PickupFolder is not null;

    /// <summary>The newest mails first.</summary>
    public async Task<IReadOnlyList<PickedUpMail>> ListAsync(CancellationToken cancellationToken)
    {
        var mails = new List<PickedUpMail>();
        if (Directory.Exists(settings.PickupFolder))
        {
            foreach (var name in Directory.EnumerateFiles(settings.PickupFolder, "*.eml")
                .Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => FileName().IsMatch(name)).OrderDescending().Take(MostListed))
            {
                mails.Add(new PickedUpMail(name, TimeOf(name), await ReadMail.FromHeadersAsync(FileOf(name), cancellationToken)));
            }
        }

        return mails;
    }

    public async Task<PickedUpMail?> FindAsync(string name, CancellationToken cancellationToken) =>
        IsOpen && FileName().IsMatch(name) && File.Exists(FileOf(name))
            ? new PickedUpMail(name, TimeOf(name), ReadMail.From(await File.ReadAllBytesAsync(FileOf(name), cancellationToken)))
            : null;

    private string FileOf(string name) => Path.Combine(settings.PickupFolder!, $"{name}.eml");

    private static DateTimeOffset TimeOf(string name) => DateTimeOffset.ParseExact(
        FileName().Match(name).Groups[1].Value, PickupTransport.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    [GeneratedRegex(@"\A([0-9]{8}T[0-9]{13})-[0-9A-Za-z]+\z")]
    private static partial Regex FileName();
}

/// <summary>One file of the folder; its name without the ending is its address.</summary>
internal sealed record PickedUpMail(string Name, DateTimeOffset At, ReadMail Mail)
{
    public string Url => $"/dev/mail/{Name}";

    public string HtmlUrl => $"{Url}/html";
}
