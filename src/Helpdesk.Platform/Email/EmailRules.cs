using Helpdesk.Platform.CheckUps;
using Helpdesk.Platform.Email.Mailbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Email;

/// <summary>The outbox, its drain and its transports.</summary>
internal static class EmailRules
{
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        // Read when the host starts to send, so that commands which send nothing need no mail server.
        services.AddSingleton(provider => MailSettings.Read(configuration, provider.GetRequiredService<AppSettings>()));
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<MailLog>();
        services.AddSingleton<MimeMail>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<PickupTransport>();
        services.AddSingleton<PickupFolder>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<MailSettings>().Transport switch
        {
            TransportKind.Pickup => provider.GetRequiredService<PickupTransport>(),
            _ => provider.GetRequiredService<SmtpTransport>(),
        });
        services.AddSingleton<MailDelivery>();
        services.AddHostedService<OutboxDrain>();
        services.AddSingleton<DrainPulse>();
        services.AddHealthChecks().AddCheck<DrainPulse>("outbox", tags: ["ready"]);
        services.AddSingleton<ICheckUp, MailCheckUp>();

        services.AddSingleton<MailRenderer>();
        services.AddSingleton<MailComposer>();
        services.AddScoped<IOutboxDesk, OutboxDesk>();
        // Mails are rendered by Razor also where no page is ever shown.
        services.AddMvcCore().AddRazorViewEngine();
        return services;
    }
}
