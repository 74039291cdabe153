using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.HandOver;
using Helpdesk.Auth.ImportPeople;
using Helpdesk.Auth.InvitePeople;
using Helpdesk.Auth.ListPeople;
using Helpdesk.Auth.PersonDevices;
using Helpdesk.Auth.SendResetLink;
using Helpdesk.Auth.ShowPerson;
using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Ui;
using Helpdesk.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.People;

/// <summary>What administrators do with people's accounts.</summary>
internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton(new AdminLink("People", PeopleUrls.List, Policy.Admin, "People", Order: 10, "users"))
        .AddScoped<PersonReading>()
        .AddScoped<ListPeopleHandler>()
        .AddScoped<ShowPersonHandler>().AddScoped<PersonActs>()
        .AddScoped<ChangePersonHandler>().AddScoped<Standing>().AddScoped<Memberships>().AddScoped<HandOvers>().AddClockWork<DoHandOvers>()
        .AddScoped<InvitePeopleHandler>().AddScoped<InvitePersonHandler>().AddScoped<InviteAgainHandler>().AddScoped<TakeBackInvitationHandler>()
        .AddScoped<Invitations>().AddScoped<IMailKind, InvitationMail>()
        .AddScoped<ImportPeopleHandler>().AddScoped<ImportStep>()
        .AddScoped<ListPersonDevicesHandler>().AddScoped<EndPersonDevicesHandler>()
        .AddScoped<SendResetLinkHandler>();

    public static void MapPeople(this IEndpointRouteBuilder api)
    {
        api.MapListPeople();
        api.MapShowPerson();
        api.MapChangePerson();
        api.MapInvitePeople();
        api.MapImportPeople();
        api.MapPersonDevices();
        api.MapSendResetLink();
    }
}
