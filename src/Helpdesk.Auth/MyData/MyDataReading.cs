using Helpdesk.Auth.AskDeletion;
using Helpdesk.Auth.ExportData;
using Helpdesk.Platform;

namespace Helpdesk.Auth.MyData;

/// <summary>Both jobs of the page "My data", as they stand.</summary>
internal sealed record MyDataView(ExportView? Export, DeletionView Deletion);

/// <summary>What the page needs of its two use cases.</summary>
internal sealed class MyDataReading(ShowExportHandler export, ShowDeletionHandler deletion)
{
    public async Task<MyDataView> ReadAsync(CurrentUser user, CancellationToken cancellationToken) => new(
        (await export.HandleAsync(user, cancellationToken)).Value,
        (await deletion.HandleAsync(user, cancellationToken)).Value!);
}
