using System.Security.Cryptography;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Demo;

/// <summary>A small company with names from many languages, all with one password that is printed once.</summary>
internal sealed class DemoPeople(AuthDbContext db, PasswordHashes passwords, AuditLog audit, TimeProvider clock) : IDemoData
{
    internal const string Domain = "@demo.example";

    private static readonly (string Address, string Name, Role Role, string TimeZone)[] People =
    [
        ("ada", "Ada Brandt", Role.Admin, "Europe/Berlin"),
        ("dana", "Dana Díaz", Role.Agent, "Europe/Madrid"),
        ("jonas", "Jonas Lindqvist", Role.Agent, "Europe/Stockholm"),
        ("mei", "陈美玲", Role.Agent, "Asia/Shanghai"),
        ("priya", "Priya Raman", Role.Employee, "Asia/Kolkata"),
        ("tomas", "Tomáš Dvořák", Role.Employee, "Europe/Prague"),
        ("amina", "أمينة الحسن", Role.Employee, "Africa/Cairo"),
        ("yuki", "田中 雪", Role.Employee, "Asia/Tokyo"),
        ("olena", "Олена Шевченко", Role.Employee, "Europe/Kyiv"),
        ("kofi", "Kofi Mensah", Role.Employee, "Africa/Accra"),
        ("siobhan", "Siobhán Ní Dhomhnaill-O’Shaughnessy", Role.Employee, "Europe/Dublin"),
        ("maximiliane", "Maximiliane Friederike Wilhelmine von und zu Hohenstein-Wittgenstein, geborene Freiin von Sonnenfels-Rosenberg", Role.Employee, "Europe/Vienna"),
    ];

    public int Order => 10;

    public async Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken)
    {
        var there = await db.Users.Where(user => user.Email!.EndsWith(Domain)).Select(user => user.Email!).ToListAsync(cancellationToken);
        var missing = People.Where(person => !there.Contains(person.Address + Domain)).ToList();
        if (missing.Count == 0)
        {
            return ["The demo people are there already, with the password that was printed when they were made."];
        }

        var password = Password();
        var now = clock.GetUtcNow();
        foreach (var (address, name, role, timeZone) in missing)
        {
            var hash = await passwords.HashAsync(password, cancellationToken);
            var user = User.Create(address + Domain, name, role, now);
            user.SetPassword(hash.Value ?? throw new TimeoutException("The demo people's passwords could not be hashed in time."));
            user.EmailConfirmed = true;
            user.TimeZone = timeZone;
            db.Add(user);
            audit.Add(db, "account.created", AuditSubject.Person(user.Id), new { role = RoleNames.Of(role), by = "demo data" });
        }

        await db.SaveChangesAsync(cancellationToken);
        return
        [
            "Demo sign-ins (made just now, the password is told only here):",
            .. missing.Select(person => $"  {person.Address + Domain,-26} {RoleNames.Of(person.Role),-9} {person.Name}"),
            $"  Password of all of them: {password}",
        ];
    }

    /// <summary>Four groups of letters that are easy to copy: 100 random bits.</summary>
    private static string Password() =>
        string.Join('-', RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 20).Chunk(5).Select(letters => new string(letters)));
}
