using Helpdesk.Admin;
using Helpdesk.Auth;
using Helpdesk.KnowledgeBase;
using Helpdesk.Platform;
using Helpdesk.Tickets;
using Helpdesk.Web;
using Helpdesk.Web.Commands;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddLogging();
    builder.Services
        .AddPlatform(builder.Configuration)
        .AddAuth(builder.Configuration)
        .AddKnowledgeBase(builder.Configuration)
        .AddTickets(builder.Configuration)
        .AddAdmin(builder.Configuration)
        .AddSite();

    var app = builder.Build();
    app.UsePlatform();
    app.UseSite();

    var api = app.MapApi(Policy.SignedIn);
    api.MapPlatform();
    api.MapAuth();
    api.MapKnowledgeBase();
    api.MapTickets();
    api.MapAdmin();
    app.MapApi(Policy.Reader).MapKnowledgeBaseReading();
    app.MapKnowledgeBaseSite();

    return await Command.RunAsync(app, args);
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 78; // EX_CONFIG: a supervisor need not try again with the same settings
}

/// <summary>The host; public so that tests can start it.</summary>
public partial class Program;
