using Helpdesk.Platform.CheckUps;
using Helpdesk.Platform.Email.Mailbox;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Trials;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Email;

/// <summary>The outbox, its drain and its transports.</summary>
internal static class EmailRules
{
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        // Read when the host starts to send, so that commands which send nothing need no mail server.
        services.AddSingleton(_ => MailSettings.Read(configuration));
        services.AddSettings([.. MailKeys.All]).AddSingleton<ISettingRule, MailRule>().AddSingleton<MailRoutes>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<MailLog>();
        services.AddSingleton<MimeMail>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<PickupTransport>();
        services.AddSingleton<PickupFolder>();
        services.AddSingleton<MailTransport>();
        services.AddSingleton<MailDelivery>();
        services.AddScoped<IMailTrial, MailTrial>().AddScoped<IMailKind, TrialMail>();
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
