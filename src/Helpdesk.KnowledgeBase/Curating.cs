using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.ArchiveItem;
using Helpdesk.KnowledgeBase.BeginItem;
using Helpdesk.KnowledgeBase.BinItem;
using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.EditItem;
using Helpdesk.KnowledgeBase.Extraction;
using Helpdesk.KnowledgeBase.Forget;
using Helpdesk.KnowledgeBase.ForTickets;
using Helpdesk.KnowledgeBase.ItemVersions;
using Helpdesk.KnowledgeBase.KeepWriting;
using Helpdesk.KnowledgeBase.ListItems;
using Helpdesk.KnowledgeBase.ManageCategories;
using Helpdesk.KnowledgeBase.ManageTags;
using Helpdesk.KnowledgeBase.Personal;
using Helpdesk.KnowledgeBase.PickLink;
using Helpdesk.KnowledgeBase.Pictures;
using Helpdesk.KnowledgeBase.PublishItem;
using Helpdesk.KnowledgeBase.Upkeep;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Ui;
using Helpdesk.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.KnowledgeBase;

/// <summary>What the team does with items: writes, files, publishes and looks after them.</summary>
internal static class Curating
{
    public static IServiceCollection AddCurating(this IServiceCollection services) => services
        .AddScoped<IArticleDrafts, ArticleDrafts>()
        .AddSingleton<PdfText>().AddSingleton<WordText>().AddSingleton<DocumentText>().AddClockWork<ExtractNext>()
        .AddWriting()
        .AddShelves()
        .AddUpkeep();

    public static void MapCurating(this IEndpointRouteBuilder api)
    {
        api.MapListItems();
        api.MapBeginItem();
        api.MapChangeItem();
        api.MapKeepWriting();
        api.MapPublishItem();
        api.MapArchiveItem();
        api.MapBinItem();
        api.MapItemVersions();
        api.MapPictures();
        api.MapPickLink();
        api.MapManageCategories();
        api.MapManageTags();
        api.MapUpkeep();
    }

    private static IServiceCollection AddWriting(this IServiceCollection services) => services
        .AddSingleton(new PlaceLink("Manage articles", KnowledgeBaseUrls.Manage, Policy.Staff, Order: 9, "knowledge base write edit drafts"))
        .AddScoped<ManagedItems>().AddScoped<ItemAnswers>()
        .AddScoped<ListItemsHandler>().AddScoped<ItemFilter>()
        .AddScoped<BeginItemHandler>().AddScoped<DuplicateItemHandler>()
        .AddScoped<ShowManagedItemHandler>().AddScoped<ShowMergeHandler>()
        .AddScoped<ChangeItemHandler>().AddScoped<ItemWriting>().AddScoped<ItemShelving>().AddScoped<ItemKeeping>()
        .AddScoped<EditorViews>().AddScoped<EditorReading>()
        .AddScoped<KeepWritingHandler>().AddScoped<ShowWritingHandler>().AddScoped<DiscardWritingHandler>().AddScoped<Writers>()
        .AddScoped<PublishItemHandler>().AddScoped<UnpublishItemHandler>().AddScoped<ShowReadinessHandler>().AddScoped<Checklist>()
        .AddClockWork<PublishScheduled>()
        .AddScoped<ArchiveItemHandler>()
        .AddScoped<DeleteItemHandler>().AddScoped<RecoverItemHandler>().AddClockWork<EmptyBin>()
        .AddScoped<ListVersionsHandler>().AddScoped<ShowVersionHandler>().AddScoped<CompareVersionsHandler>().AddScoped<RestoreVersionHandler>()
        .AddScoped<ItemFiles>().AddScoped<ItemPictures>().AddScoped<FormFiles>()
        .AddScoped<AddPictureHandler>().AddScoped<OpenPictureHandler>().AddScoped<OpenFileHandler>().AddScoped<OfferUploadHandler>()
        .AddScoped<PickLinkHandler>()
        .AddScoped<IPersonalData, WriterData>().AddScoped<IOnUserAnonymised, ForgetWriter>();

    private static IServiceCollection AddShelves(this IServiceCollection services) => services
        .AddScoped<CategoryTree>()
        .AddScoped<ListCategoriesHandler>().AddScoped<SaveCategoryHandler>().AddScoped<RemoveCategoryHandler>()
        .AddScoped<TagCarriers>()
        .AddScoped<ListTagsHandler>().AddScoped<SaveTagHandler>().AddScoped<MergeTagHandler>().AddScoped<RemoveTagHandler>();

    private static IServiceCollection AddUpkeep(this IServiceCollection services) => services
        .AddScoped<ShowUpkeepHandler>()
        .AddScoped<ListGapsHandler>().AddScoped<DismissGapHandler>()
        .AddScoped<ListComplaintsHandler>().AddScoped<SettleComplaintHandler>()
        .AddScoped<ConfirmItemHandler>();
}
