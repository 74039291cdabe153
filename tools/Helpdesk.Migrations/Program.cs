using Helpdesk.Admin;
using Helpdesk.Auth;
using Helpdesk.KnowledgeBase;
using Helpdesk.Platform;
using Helpdesk.Tickets;

// dotnet ef starts this program only to be handed its services; it never serves.
var builder = WebApplication.CreateBuilder(args);
builder.Configuration["ConnectionStrings:Helpdesk"] ??= "Host=localhost;Database=helpdesk";
builder.Services
    .AddPlatform(builder.Configuration)
    .AddAuth(builder.Configuration)
    .AddKnowledgeBase(builder.Configuration)
    .AddTickets(builder.Configuration)
    .AddAdmin(builder.Configuration);
builder.Build();
