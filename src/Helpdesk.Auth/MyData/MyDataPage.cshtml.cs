using Helpdesk.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.MyData;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class MyDataPage(MyDataReading reading, CurrentUser user) : PageModel
{
    public MyDataView View { get; private set; } = default!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await reading.ReadAsync(user, cancellationToken);
}
