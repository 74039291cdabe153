using Helpdesk.Auth.Account;
using Helpdesk.Auth.AddPasskey;
using Helpdesk.Auth.Anonymise;
using Helpdesk.Auth.ApiKeys;
using Helpdesk.Auth.AskDeletion;
using Helpdesk.Auth.ChangeChoices;
using Helpdesk.Auth.ChangeEmail;
using Helpdesk.Auth.ChangeNews;
using Helpdesk.Auth.ChangePasskey;
using Helpdesk.Auth.ChangePassword;
using Helpdesk.Auth.ChangeTheme;
using Helpdesk.Auth.ConfirmEmail;
using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.CreateAdmin;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Demo;
using Helpdesk.Auth.Digest;
using Helpdesk.Auth.Directory;
using Helpdesk.Auth.EndOtherSessions;
using Helpdesk.Auth.EndSession;
using Helpdesk.Auth.EnrolFactor;
using Helpdesk.Auth.EnterCode;
using Helpdesk.Auth.ExportData;
using Helpdesk.Auth.ForgotPassword;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.ListNews;
using Helpdesk.Auth.ListSessions;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.ManageApiKeys;
using Helpdesk.Auth.ManageTeams;
using Helpdesk.Auth.Me;
using Helpdesk.Auth.MyData;
using Helpdesk.Auth.NewsRules;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.People;
using Helpdesk.Auth.ReadNews;
using Helpdesk.Auth.Refresh;
using Helpdesk.Auth.RemoveFactor;
using Helpdesk.Auth.RenewRecoveryCodes;
using Helpdesk.Auth.ResetFactor;
using Helpdesk.Auth.ResetPassword;
using Helpdesk.Auth.Samples;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.SetUp;
using Helpdesk.Auth.ShowSecurity;
using Helpdesk.Auth.SignIn;
using Helpdesk.Auth.SignInWithPasskey;
using Helpdesk.Auth.SignOut;
using Helpdesk.Auth.SignUp;
using Helpdesk.Auth.Sweep;
using Helpdesk.Auth.VerifyEmail;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Demo;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Notifications;
using Helpdesk.Platform.Samples;
using Helpdesk.Platform.Security;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Ui;
using Helpdesk.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth;

/// <summary>People, their sessions and how they prove who they are.</summary>
public static class AuthModule
{
    public static IServiceCollection AddAuth(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(SignUpLimit.From(configuration))
        .AddSettings(AuthSettings.Rule, AuthSettings.Domains, AuthSettings.VerifiedEmail)
        .AddSingleton<ISettingRule, ListedDomainsRule>()
        .AddScoped<ISettingConsequence, OpenSignUp>().AddScoped<ISettingConsequence, UnconfirmedSignUp>().AddScoped<ISettingConsequence, DemandedFactor>()
        .AddModuleDbContext<AuthDbContext>(AuthDbContext.Schema)
        .AddPasswords()
        .AddSessionSchemes()
        .AddSingleton<Limits>()
        .AddScoped<AccountMails>()
        .AddSingleton<StaffList>()
        .AddScoped<IUserDirectory, UserDirectory>()
        .AddSingleton<ITeamDirectory, TeamList>().AddScoped<ITeamRotas, TeamRotas>()
        .AddClockWork<Broom>().AddSettings(Broom.NewsKeptDays)
        .AddScoped<IDemoData, DemoPeople>().AddScoped<IDemoData, DemoTeams>()
        .AddScoped<ISamples, SamplePeople>()
        .AddAccountPlaces()

        .AddScoped<SignUpHandler>().AddSingleton<SignUpValidator>().AddScoped<Registration>().AddSingleton<SignUpTickets>()
        .AddScoped<IMailKind, TakenAddressMail>()
        .AddScoped<VerifyEmailHandler>()
        .AddScoped<RenewVerificationHandler>()
        .AddScoped<IMailKind, VerifyEmailMail>()
        .AddScoped<SignInHandler>().AddSingleton<SignInValidator>().AddScoped<CredentialCheck>().AddScoped<SignInFactor>()
        .AddScoped<EnterCodeHandler>().AddScoped<SignInAttempts>().AddScoped<FactorCheck>().AddScoped<FactorRule>().AddSingleton<FactorKeys>()
        .AddSettings(FactorRule.Required)
        .AddScoped<ShowSecurityHandler>()
        .AddScoped<ConfirmIdentityHandler>()
        .AddScoped<StartEnrolmentHandler>().AddScoped<ConfirmEnrolmentHandler>()
        .AddScoped<RenewRecoveryCodesHandler>()
        .AddScoped<RemoveFactorHandler>()
        .AddScoped<ResetFactorHandler>()
        .AddPasskeys()
        .AddScoped<IMailKind, PasskeyChangedMail>()
        .AddScoped<IMailKind, FactorChangedMail>()
        .AddScoped<SignOutHandler>()
        .AddScoped<NewPasswords>()
        .AddScoped<ForgotPasswordHandler>().AddSingleton<ForgotPasswordValidator>()
        .AddScoped<IMailKind, PasswordResetMail>()
        .AddScoped<ResetPasswordHandler>()
        .AddScoped<IMailKind, PasswordChangedMail>()
        .AddScoped<ChangePasswordHandler>()
        .AddScoped<RefreshHandler>()
        .AddScoped<IMailKind, StolenTokenMail>()
        .AddScoped<ShowMeHandler>()
        .AddScoped<ChangeMeHandler>().AddSingleton<ChangeMeValidator>()
        .AddScoped<ChangeEmailHandler>().AddSingleton<ChangeEmailValidator>()
        .AddScoped<ConfirmEmailHandler>()
        .AddScoped<IMailKind, ConfirmAddressMail>()
        .AddScoped<IMailKind, AddressChangedMail>()
        .AddScoped<ShowChoicesHandler>()
        .AddScoped<ChangeChoicesHandler>().AddSingleton<ChangeChoicesValidator>()
        .AddScoped<ChangeThemeHandler>().AddSingleton<ChangeThemeValidator>()
        .AddScoped<ListSessionsHandler>().AddScoped<SessionReading>()
        .AddScoped<EndSessionHandler>()
        .AddScoped<EndOtherSessionsHandler>()
        .AddScoped<IMailKind, NewSignInMail>()
        .AddSettings(
            SessionLifetimes.Hours,
            SessionLifetimes.IdleHours,
            SessionLifetimes.KeptDays,
            SessionLifetimes.KeptIdleDays,
            SessionLifetimes.AdminHours,
            SessionLifetimes.AdminIdleMinutes)
        .AddScoped<INewsChoices, NewsChoices>().AddScoped<INewsTeller, AccountNews>()
        .AddScoped<ShowNewsHandler>().AddScoped<ChangeNewsHandler>()
        .AddScoped<ListNewsHandler>().AddScoped<ReadNewsHandler>()
        .AddClockWork<DigestWriter>().AddScoped<IMailKind, DigestMail>()
        .AddSettings(DigestWriter.Hour)
        .AddPeople()
        .AddExports(configuration)
        .AddScoped<MyDataReading>()
        .AddScoped<AskDeletionHandler>().AddScoped<WithdrawDeletionHandler>().AddScoped<ShowDeletionHandler>()
        .AddScoped<IMailKind, DeletionAskedMail>()
        .AddScoped<AnonymiseHandler>().AddSingleton<AnonymiseValidator>().AddScoped<Erasure>().AddScoped<Traces>().AddScoped<Forgetting>()
        .AddScoped<ListTeamsHandler>().AddScoped<ShowTeamHandler>().AddScoped<SaveTeamHandler>().AddSingleton<SaveTeamValidator>().AddScoped<RemoveTeamHandler>().AddScoped<TeamReading>()
        .AddSingleton(new AdminLink("Teams", TeamsPage.Path, Policy.Admin, "People", Order: 15, Icon: "users"))
        .AddScoped<ListApiKeysHandler>().AddScoped<ShowApiKeyHandler>().AddScoped<CreateApiKeyHandler>().AddSingleton<CreateApiKeyValidator>().AddScoped<RenameApiKeyHandler>().AddSingleton<RenameApiKeyValidator>().AddScoped<RevokeApiKeyHandler>()
        .AddScoped<KeyLookup>().AddScoped<KeyEnd>()
        .AddSingleton(new AdminLink("API keys", ApiKeysPage.Path, Policy.Admin, "People", Order: 18, Icon: "key-round"))
        .AddScoped<CreateAdminHandler>().AddSingleton<CreateAdminValidator>()
        .AddScoped<ICreateAdmin>(provider => provider.GetRequiredService<CreateAdminHandler>())
        .AddScoped<IFirstRun, FirstRun>()
        .AddScoped<SetUpAccountHandler>().AddSingleton<SetUpAccountValidator>()
        .AddScoped<SetUpSiteHandler>().AddSingleton<SetUpSiteValidator>().AddScoped<FinishSetUpHandler>();

    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        MapAccount(api.MapGroup("").WithMetadata(new NotForKeysAttribute()));
        MapOthers(api.MapGroup("").WithMetadata(new NotForKeysAttribute { OnlyAboutOwner = true }));
        api.MapMe();
        api.MapListNews();
        api.MapReadNews();
        api.MapManageTeams();
    }

    /// <summary>One's own account, for people who sign in: no key reaches it.</summary>
    private static void MapAccount(IEndpointRouteBuilder api)
    {
        api.MapSignUp();
        api.MapVerifyEmail();
        api.MapSignIn();
        api.MapConfirmIdentity();
        api.MapShowSecurity();
        api.MapEnrolFactor();
        api.MapRenewRecoveryCodes();
        api.MapRemoveFactor();
        api.MapAddPasskey();
        api.MapChangePasskey();
        api.MapSignInWithPasskey();
        api.MapSignOut();
        api.MapRefresh();
        api.MapForgotPassword();
        api.MapResetPassword();
        api.MapChangePassword();
        api.MapChangeChoices();
        api.MapChangeEmail();
        api.MapConfirmEmail();
        api.MapListSessions();
        api.MapEndSession();
        api.MapEndOtherSessions();
        api.MapChangeNews();
        api.MapExportData();
        api.MapAskDeletion();
        api.MapManageApiKeys();
    }

    /// <summary>What administrators do to people: a key reaches all but its owner.</summary>
    private static void MapOthers(IEndpointRouteBuilder api)
    {
        api.MapResetFactor();
        api.MapAnonymise();
        api.MapPeople();
    }
}
