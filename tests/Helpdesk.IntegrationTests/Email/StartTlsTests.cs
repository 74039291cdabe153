using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Helpdesk.IntegrationTests.Kit;
using static Helpdesk.IntegrationTests.Email.MailProcess;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>Mails travel encrypted or not at all. Each site is a process of its own, because a process reads the list of trusted authorities once.</summary>
public sealed class StartTlsTests(Databases databases) : IAsyncLifetime
{
    private const string User = "helpdesk";
    private const string Password = "pässword \"with\" signs";

    private readonly string folder = Directory.CreateTempSubdirectory("helpdesk-tls-").FullName;
    private readonly string to = NewAddress();
    private MailProcess house = default!;

    private string Certificate => Path.Combine(folder, "certificate.pem");

    public async ValueTask InitializeAsync()
    {
        var key = Path.Combine(folder, "key.pem");
        await WriteCertificateAsync(key);
        house = await PrepareAsync(databases, ("MAIL_KEY", key), ("MAIL_CERT", Certificate), ("MAIL_USER", User), ("MAIL_PASSWORD", Password));
        house.Settings["Mail:Smtp:Host"] = "localhost";
        house.Settings["Mail:Smtp:StartTls"] = "required";
        house.Settings["Mail:Smtp:User"] = User;
        house.Settings["Mail:Smtp:Password"] = Password;
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_mail_is_sent_encrypted_by_a_known_user()
    {
        var site = await house.StartAsync(("SSL_CERT_FILE", Certificate));
        await SignUpAsync(site, to);
        await house.WaitForSentAsync(to);
        var arrived = Assert.Single(await house.ArrivedAsync(to));
        Assert.True(arrived.IsSecure);
        Assert.Equal(User, arrived.User);
    }

    [Fact]
    public async Task A_wrong_password_puts_mails_off_and_is_not_told_to_the_log()
    {
        var site = await house.StartAsync(("SSL_CERT_FILE", Certificate), ("Mail:Smtp:Password", "not-this-one"));
        await ExpectPutOffAsync(site);
        Assert.DoesNotContain("not-this-one", site.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_cannot_prove_itself_gets_no_mail()
    {
        await ExpectPutOffAsync(await house.StartAsync());
    }

    [Fact]
    public async Task A_server_without_encryption_gets_no_mail()
    {
        await using var plain = await MailServer.StartAsync();
        await ExpectPutOffAsync(await house.StartAsync(("SSL_CERT_FILE", Certificate), ("Mail:Smtp:Port", $"{plain.Port}")));
        Assert.Empty(await plain.MailsAsync());
    }

    private async Task ExpectPutOffAsync(SiteProcess site)
    {
        await SignUpAsync(site, to);
        await Eventually.TrueAsync(
            "the mail is put off",
            async () => await house.CountAsync("last_error is not null and failed_at is null and sent_at is null and next_attempt_at > now()", to) == 1);
        Assert.Empty(await house.Mail.MailsAsync());
    }

    private async Task WriteCertificateAsync(string keyFile)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Certificate, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
    }
}
