import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
const root='/work/wt/lessons/';
const { findElements } = await import(root+'src/lint/mdx.ts');
const { parseScenario } = await import(root+'src/model/action.ts');
const { simulate } = await import(root+'src/engine/simulate.ts');
const { resolveKnobs } = await import(root+'src/components/knobs.ts');
const { turned } = await import(root+'src/islands/figure/knob.ts');
const only=process.argv[2];
const line=(sc)=>{const s=simulate(sc); if(!s.ok) return 'PROBLEM '+JSON.stringify(s.problems); const r=s.value.result; return r.runs.map(x=>`${x.workspace.split('/')[1]}:${x.mode=='standard'?'':x.mode+'/'}${x.status}${x.waiting_for?'('+x.waiting_for+')':''}${x.rule?'['+x.rule+']':''}`).join(' ')+(r.not_queued.length?' | silent '+r.not_queued.map(n=>n.workspace.split('/')[1]+'['+n.rule+']').join(' '):'')+(r.rejections.length?' | refused '+r.rejections.map(n=>n.rule).join(' '):'')+(r.stale.length?' | stale '+r.stale.map(n=>n.workspace.split('/')[1]).join(' '):'')};
for (const f of readdirSync(root+'content/lessons').sort()) {
  if (only && !f.includes(only)) continue;
  const text=readFileSync(root+'content/lessons/'+f,'utf8');
  for (const e of findElements(text,0).filter(e=>e.name==='Figure')) {
    const g=n=>e.attributes.get(n)?.value;
    const sc=parseScenario({layout:parse(g('layout')),actions:parse(g('actions')??'[]')});
    if(!sc.ok){console.log(f,g('id'),sc.problems);continue;}
    console.log('##',f,g('id'),'|',line(sc.value));
    const knobs=resolveKnobs(sc.value, JSON.parse(g('knobs')?.includes('[')?g('knobs'):'['+(g('knobs')??'')+']'));
    for (const k of knobs) for (let i=0;i<k.options.length;i++) if(i!==k.initial) console.log('   ',k.key,'=',k.options[i].label,'|',line(turned(sc.value,knobs,{[k.key]:i})));
    if (process.argv[3]==='pairs') for (const a of knobs) for (const b of knobs) if (a.key<b.key) for (let i=0;i<a.options.length;i++) for (let j=0;j<b.options.length;j++) if(i!==a.initial&&j!==b.initial) console.log('      ',a.key,'=',a.options[i].label,'&',b.key,'=',b.options[j].label,'|',line(turned(sc.value,knobs,{[a.key]:i,[b.key]:j})));
  }
}
