using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Demo;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Live;
using Helpdesk.Platform.Markdown;
using Helpdesk.Platform.Notifications;
using Helpdesk.Platform.Samples;
using Helpdesk.Platform.Search;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Ui;
using Helpdesk.Platform.Work;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.CannedAnswers;
using Helpdesk.Tickets.Care;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.CategoryFields;
using Helpdesk.Tickets.ChangeMany;
using Helpdesk.Tickets.ChangeStatus;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.ChooseColumns;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Demo;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.ExportQueue;
using Helpdesk.Tickets.Forget;
using Helpdesk.Tickets.HandOver;
using Helpdesk.Tickets.HoldReply;
using Helpdesk.Tickets.InsertArticle;
using Helpdesk.Tickets.LinkTickets;
using Helpdesk.Tickets.Live;
using Helpdesk.Tickets.Macros;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.MakeArticle;
using Helpdesk.Tickets.ManageCategories;
using Helpdesk.Tickets.ManageKept;
using Helpdesk.Tickets.ManageTags;
using Helpdesk.Tickets.Mention;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.MuteTicket;
using Helpdesk.Tickets.MyTickets;
using Helpdesk.Tickets.OpenTicket;
using Helpdesk.Tickets.Personal;
using Helpdesk.Tickets.Play;
using Helpdesk.Tickets.PreviewText;
using Helpdesk.Tickets.Queue;
using Helpdesk.Tickets.ReadBefore;
using Helpdesk.Tickets.Redact;
using Helpdesk.Tickets.Rename;
using Helpdesk.Tickets.Reply;
using Helpdesk.Tickets.Reports;
using Helpdesk.Tickets.Samples;
using Helpdesk.Tickets.SavedViews;
using Helpdesk.Tickets.Search;
using Helpdesk.Tickets.SetUpCategories;
using Helpdesk.Tickets.ShareTicket;
using Helpdesk.Tickets.ShareWork;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Snooze;
using Helpdesk.Tickets.Split;
using Helpdesk.Tickets.Take;
using Helpdesk.Tickets.TakeNote;
using Helpdesk.Tickets.TellPresence;
using Helpdesk.Tickets.TicketStats;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpdesk.Tickets;

/// <summary>The queue, the conversation and everything that happens to a ticket.</summary>
public static class TicketsModule
{
    public static IServiceCollection AddTickets(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDbContext<TicketsDbContext>(TicketsDbContext.Schema);
        services.AddSettings(TicketSettings.EmployeesMaySetPriority);
        services.TryAddSingleton<MarkdownRenderer>();
        services.AddSingleton<CategoryList>();
        services.AddUseCases();
        services.AddReading();
        services.AddMails();
        services.AddPlaces();
        services.AddScoped<HandOverTickets>().AddScoped<IOpenWork>(provider => provider.GetRequiredService<HandOverTickets>());
        services.AddAdministration();
        services.AddScoped<IOnUserDeactivated, UnassignOnDeactivation>();
        services.AddScoped<IOnUserAnonymised, ForgetPerson>();
        services.AddScoped<IPersonalData, TicketData>().AddScoped<TicketExport>().AddScoped<SentFiles>();
        services.AddScoped<ISamples, SampleTickets>().AddScoped<TicketRemoval>();
        services.AddScoped<IDemoData, DemoFields>().AddScoped<IDemoData, DemoTickets>().AddScoped<IDemoData, DemoTexts>();
        return services;
    }

    public static void MapTickets(this IEndpointRouteBuilder api)
    {
        api.MapOpenTicket();
        api.MapOfferCategories();
        api.MapManageCategories();
        api.MapManageTags();
        api.MapManageKept();
        api.MapMyTickets();
        api.MapShowTicket();
        api.MapMarkSeen();
        api.MapReply();
        api.MapAttach();
        api.MapHoldReply();
        api.MapMerge();
        api.MapSnooze();
        api.MapShareTicket();
        api.MapLinkTickets();
        api.MapSplit();
        api.MapInsertArticle();
        api.MapMakeArticle();
        api.MapTicketChanges();
        api.MapTellPresence();
        api.MapMuteTicket();
        api.MapRedact();
        api.MapRename();
        api.MapChangeStatus();
        api.MapQueue();
        api.MapExportQueue();
        api.MapPlay();
        api.MapChooseColumns();
        api.MapSavedViews();
        api.MapPreviewText();
        api.MapSearch();
        api.MapCannedAnswers();
        api.MapMacros();
        api.MapChangeMany();
        api.MapTicketStats();
        api.MapChangeTicket();
        api.MapTake();
        api.MapDrafts();
    }

    private static void AddUseCases(this IServiceCollection services) => services
        .AddScoped<OpenTicketHandler>()
        .AddScoped<OpenTicketReading>()
        .AddScoped<CopyIn>().AddScoped<CategoryChoice>().AddScoped<OfferCategoriesHandler>()
        .AddScoped<ReadBeforeAsking>()
        .AddScoped<ReplyHandler>()
        .AddScoped<StaleReplyGuard>().AddScoped<ReplyTarget>().AddScoped<ReplyMacro>()
        .AddScoped<TakeNoteHandler>()
        .AddScoped<SendFileHandler>().AddScoped<DownloadFileHandler>().AddScoped<PostedFiles>().AddScoped<FilesFieldReading>()
        .AddScoped<TakeHandler>()
        .AddScoped<ChangeStatusHandler>()
        .AddScoped<ChangeTicketHandler>()
        .AddScoped<ChangeTicketReading>()
        .AddScoped<TeamWork>().AddScoped<FirstAssignment>().AddScoped<ITeamUses, TicketTeamUses>()
        .AddScoped<SaveDraftHandler>().AddScoped<ReplyDraft>()
        .AddScoped<FindDraftHandler>()
        .AddScoped<DiscardDraftHandler>()
        .AddScoped<MarkSeenHandler>()
        .AddScoped<MuteTicketHandler>().AddScoped<UnmuteTicketHandler>();

    private static void AddReading(this IServiceCollection services) => services
        .AddScoped<MyTicketsHandler>()
        .AddScoped<MyTicketCountsHandler>()
        .AddScoped<ShowTicketHandler>()
        .AddSettings(HoldReplyHandler.Delay)
        .AddScoped<HoldReplyHandler>().AddScoped<UndoReplyHandler>().AddClockWork<PostHeldReplies>()
        .AddScoped<ShareTicketHandler>().AddScoped<TakeOffHandler>()
        .AddScoped<InsertArticleHandler>().AddScoped<MakeArticleHandler>()
        .AddScoped<SplitHandler>().AddScoped<RedactHandler>().AddScoped<RenameHandler>()
        .AddScoped<LinkTicketsHandler>().AddScoped<UnlinkTicketsHandler>().AddScoped<ListLinksHandler>()
        .AddScoped<SnoozeHandler>().AddScoped<WakeHandler>()
        .AddScoped<Merges>().AddScoped<MergeReading>().AddScoped<MergeViews>().AddScoped<MergeAct>().AddScoped<UnmergeAct>().AddScoped<ShowMergeHandler>().AddScoped<MergeHandler>().AddScoped<MergeManyHandler>().AddScoped<UnmergeHandler>()
        .AddScoped<ConversationReading>()
        .AddSingleton<ILiveTopic, TicketTopic>().AddSingleton<ILiveTopic, PresenceTopic>()
        .AddScoped<TicketChangesHandler>()
        .AddScoped<PresenceReading>().AddScoped<TellPresenceHandler>().AddScoped<LeaveTicketHandler>().AddScoped<ShowPresenceHandler>().AddClockWork<SweepPresences>()
        .AddScoped<QueueHandler>()
        .AddScoped<ExportQueueHandler>()
        .AddScoped<QueueReading>().AddScoped<TeamFilter>()
        .AddScoped<PlayHandler>().AddScoped<ChooseColumnsHandler>().AddScoped<ShowColumnsHandler>()
        .AddScoped<QueueCountsHandler>().AddScoped<QueueSideReading>()
        .AddScoped<ChangeManyHandler>().AddScoped<UndoManyHandler>().AddScoped<FollowManyHandler>().AddScoped<ManyTelling>()
        .AddScoped<ManyStep>().AddScoped<ManyTickets>().AddClockWork<WorkMany>().AddClockWork<SweepRuns>()
        .AddScoped<SaveAnswerHandler>().AddScoped<ShowAnswerHandler>().AddScoped<RemoveAnswerHandler>().AddScoped<ListAnswersHandler>().AddScoped<UseAnswerHandler>()
        .AddScoped<SaveMacroHandler>().AddScoped<ShowMacroHandler>().AddScoped<RemoveMacroHandler>().AddScoped<ListMacrosHandler>().AddScoped<PreviewMacrosHandler>()
        .AddScoped<ApplyMacroHandler>().AddScoped<SilentMacro>().AddScoped<MacroChanges>().AddScoped<MacroChecking>().AddScoped<MacroWords>().AddScoped<MacroChoices>().AddScoped<MacroReading>()
        .AddScoped<SaveViewHandler>().AddScoped<RemoveViewHandler>().AddScoped<ListViewsHandler>().AddScoped<CountViewsHandler>().AddScoped<PreviewTextHandler>()
        .AddScoped<QueueFilterReading>()
        .AddScoped<SearchHandler>().AddScoped<TicketSearch>().AddScoped<Excerpts>()
        .AddClockWork<GatherKnownWords>().AddScoped<IWordIndex, TicketWordIndex>()
        .AddScoped<TicketStatsHandler>()
        .AddScoped<ITicketReports, TicketReports>().AddSingleton<CountingTurns>().AddScoped<FactReading>().AddScoped<FigureGroups>().AddClockWork<RecountDays>()
        .AddScoped<TicketViews>()
        .AddScoped<TicketAnswers>()
        .AddScoped<MessageViews>();

    private static void AddAdministration(this IServiceCollection services) => services
        .AddScoped<ManagedCategories>().AddScoped<KeptWords>()
        .AddScoped<ListCategoriesHandler>().AddScoped<ShowCategoryHandler>().AddScoped<SaveCategoryHandler>().AddScoped<RemoveCategoryHandler>()
        .AddScoped<SaveFieldHandler>().AddScoped<SetUpCategoriesHandler>()
        .AddScoped<TagCarriers>().AddScoped<ListTagsHandler>().AddScoped<RenameTagHandler>().AddScoped<MergeTagsHandler>().AddScoped<RemoveTagHandler>()
        .AddScoped<KeptArranging>().AddScoped<KeptRemoval>().AddScoped<ListAllMacrosHandler>().AddScoped<ArrangeMacroHandler>().AddScoped<ListAllAnswersHandler>().AddScoped<ArrangeAnswerHandler>()
        .AddSingleton(new AdminLink("Macros", AllMacrosPage.Path, Policy.Admin, "Tickets", Order: 24, "zap"))
        .AddSingleton(new AdminLink("Canned answers", AllAnswersPage.Path, Policy.Admin, "Tickets", Order: 26, "sticky-note"))
        .AddSingleton(new AdminLink("Tags", TagsPage.Path, Policy.Admin, "Tickets", Order: 22, "tag"))
        .AddSingleton(new AdminLink("Categories", CategoriesPage.Path, Policy.Admin, "Tickets", Order: 20, "folder"));

    private static void AddMails(this IServiceCollection services) => services
        .AddSettings(CareSettings.RemindAfterDays, CareSettings.ResolveAfterDays, CareSettings.CloseAfterDays)
        .AddClockWork<TicketCare>()
        .AddScoped<IMailKind, ReminderMail>()
        .AddNews(TicketNews.All)
        .AddScoped<INewsTeller, TicketNewsTeller>()
        .AddScoped<TicketPost>()
        .AddScoped<ReplyMails>()
        .AddScoped<StatusMails>()
        .AddScoped<ChangeMails>()
        .AddScoped<MailedTicket>().AddScoped<IMailMatters, MailedNumbers>()
        .AddScoped<IMailKind, TicketReceivedMail>()
        .AddScoped<IMailKind, ReplyMail>()
        .AddScoped<Mentions>().AddScoped<IMailKind, MentionMail>()
        .AddScoped<IMailKind, AssignedMail>()
        .AddScoped<IMailKind, StatusChangedMail>()
        .AddScoped<IMailKind, ResolvedMail>();

    private static void AddPlaces(this IServiceCollection services) => services
        .AddSingleton(new PlaceLink("Home", "/", Policy.SignedIn, Order: 0, "start"))
        .AddSingleton(new PlaceLink("Queue", "/queue", Policy.Staff, Order: 1, "all tickets"))
        .AddSingleton(new PlaceLink("My tickets", "/tickets", Policy.SignedIn, Order: 2))
        .AddSingleton(new PlaceLink("New ticket", "/tickets/new", Policy.SignedIn, Order: 3, "file report ask"))
        .AddSingleton(new PlaceLink("Search", "/search", Policy.SignedIn, Order: 5, "find"))
        .AddSingleton(new PlaceLink("Canned answers", "/queue/answers", Policy.Staff, Order: 7, "texts templates"))
        .AddSingleton(new PlaceLink("Macros", "/queue/macros", Policy.Staff, Order: 8, "templates"));
}
