using Helpdesk.IntegrationTests.Email;
using Helpdesk.Platform.Email;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: HostingStartup(typeof(BringTestMail))]

namespace Helpdesk.IntegrationTests.Email;

/// <summary>A kind of mail whose every part a test can choose.</summary>
internal sealed class TestMail : IMailKind
{
    public const string Kind = "test";

    public string Name => Kind;

    public static OutboxMail To(string address, object? parameters = null, string name = "Priya Patel") =>
        new(Kind, null, address, name) { Parameters = parameters ?? new { subject = "A test" } };

    public Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        string Word(string name, string otherwise) =>
            mail.Parameters.TryGetProperty(name, out var value) ? value.GetString()! : otherwise;

        if (Word("trouble", "") == "poison")
        {
            throw new InvalidOperationException($"This mail cannot be made: {string.Join(' ', mail.Secrets.Values)}");
        }

        if (Word("trouble", "") == "untrue")
        {
            return Task.FromResult<MailContent?>(null);
        }

        var blocks = new List<MailBlock> { new MailBlock.Paragraph(Word("words", "Hello.")) };
        if (mail.Parameters.TryGetProperty("markdown", out var markdown))
        {
            blocks.Add(new MailBlock.Message("Dana Diaz", new DateTimeOffset(2027, 3, 2, 14, 32, 0, TimeSpan.FromHours(1)), markdown.GetString()!));
        }

        blocks.AddRange(mail.Secrets.Select(secret => new MailBlock.Button("Confirm", mail.Links.To($"/verify?token={Uri.EscapeDataString(secret.Value)}"))));
        blocks.Add(new MailBlock.Facts([("Status", "Open"), ("Priority", "High")]));
        return Task.FromResult<MailContent?>(new MailContent
        {
            Subject = Word("subject", "A test"),
            Preheader = Word("preheader", "What is inside."),
            Heading = Word("heading", "Something happened"),
            Blocks = blocks,
            Reason = "You get this mail because a test wants it.",
        });
    }
}

/// <summary>Brings the kind into a site that runs as a process of its own.</summary>
public sealed class BringTestMail : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.TryAddEnumerable(ServiceDescriptor.Scoped<IMailKind, TestMail>()));
}
