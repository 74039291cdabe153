namespace Helpdesk.LocalPostgres;

internal static class EntryPoint
{
    public static int Main() => 64;
}
