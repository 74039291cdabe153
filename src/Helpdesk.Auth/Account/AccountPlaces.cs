using Helpdesk.Platform;
using Helpdesk.Platform.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.Account;

/// <summary>The pages of one's own account, for their navigation and for the command menu.</summary>
internal static class AccountPlaces
{
    public static readonly IReadOnlyList<(string Url, string Text, string Icon, string Also)> All =
    [
        ("/account/profile", "Profile", "user", "name e-mail time zone language"),
        ("/account/security", "Sign-in and security", "lock", "password second factor passkeys"),
        ("/account/devices", "Devices", "monitor", "sessions signed in"),
        ("/account/notifications", "Notifications", "bell", "mail quiet digest"),
        ("/account/appearance", "Appearance", "palette", "theme dark light density"),
        ("/account/keyboard", "Keyboard", "keyboard", "shortcuts"),
        ("/account/data", "My data", "download", "export delete privacy"),
    ];

    public static IServiceCollection AddAccountPlaces(this IServiceCollection services)
    {
        services.AddSingleton(new PlaceLink("Notifications", "/notifications", Policy.SignedIn, Order: 6, "news unread bell"));
        foreach (var (url, text, _, also) in All)
        {
            services.AddSingleton(new PlaceLink($"Account: {text}", url, Policy.SignedIn, Order: 20, also));
        }

        return services;
    }
}
