using Helpdesk.Auth.MyData;
using Helpdesk.Platform;
using Helpdesk.Platform.Notifications;

namespace Helpdesk.Auth.NewsRules;

/// <summary>News about somebody's own account.</summary>
internal sealed class AccountNews : INewsTeller
{
    /// <summary>Asked for by the person, so there is nothing to choose; its mail is one about the account.</summary>
    public const string DataReady = "data-ready";

    public const string Account = "account";

    public string SubjectKind => Account;

    public Task<IReadOnlyDictionary<Guid, NewsLine>> TellAsync(
        IReadOnlyCollection<Notification> news, CurrentUser reader, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<Guid, NewsLine>>(news
            .Where(one => one.Event == DataReady)
            .ToDictionary(one => one.Id, _ => new NewsLine("Your data", MyDataUrls.Page, "The copy of your data is ready. It can be downloaded for 24 hours.")));
}
